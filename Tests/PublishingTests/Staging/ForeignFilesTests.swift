import Files
import Foundation
import NewsModel
import Testing

@testable import Publishing

/// What stands in the output and is not ours outlives every night, whatever it is and whatever it is called.
@Suite struct ForeignFilesTests {
    private typealias Ground = SitePublisherTests.Ground

    /// Paths below a folder, as the system has them.
    private static func bytes(_ folder: URL, _ names: [UInt8]...) -> [CChar] {
        names.reduce(Array(folder.path.utf8CString)) { path, name in
            Disk.path(path, name.map { CChar(bitPattern: $0) } + [0])
        }
    }

    private static func write(_ text: String, to path: [CChar]) {
        let file = open(path, O_WRONLY | O_CREAT, 0o644)
        _ = text.withCString { Foundation.write(file, $0, strlen($0)) }
        close(file)
    }

    private static func read(_ path: [CChar]) -> String? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = Foundation.read(file, &buffer, 100)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    @Test func namesThatAreNoUTF8OutliveTheSwap() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1"])
        let (file, folder): ([UInt8], [UInt8]) = ([0x66, 0xE9], [0x64, 0xFF])
        Self.write("mine", to: Self.bytes(ground.output, file))
        mkdir(Self.bytes(ground.output, folder), 0o755)
        Self.write("deep", to: Self.bytes(ground.output, folder, file))
        Self.write("plain", to: Self.bytes(ground.output, folder, Array("a".utf8)))
        try ground.write("public/own/a.txt", "a")
        Self.write("beside", to: Self.bytes(ground.output.appending(path: "own"), file))
        let published = try ground.publish(["index.html": "2"])
        #expect(published.replaced.isFolder)
        #expect(ground.text("public/index.html") == "2")
        #expect(Self.read(Self.bytes(ground.output, file)) == "mine")
        #expect(Self.read(Self.bytes(ground.output, folder, file)) == "deep")
        #expect(Self.read(Self.bytes(ground.output, folder, Array("a".utf8))) == "plain")
        #expect(Self.read(Self.bytes(ground.output.appending(path: "own"), file)) == "beside")
    }

    /// Swapped, the mount would go with the old site, which is removed.
    @Test func aroundAMountTheSiteIsReplacedFileByFile() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "a/old.html": "1", "uploads/ours.html": "1"])
        try ground.write("public/uploads/theirs.jpg", "picture")
        try ground.write("public/uploads/.broadsheet-new-x", "theirs")
        let number = try ground.inode("public/uploads/theirs.jpg")
        let place = ResolvedPath.of(ground.output.path)
        let publisher = SitePublisher(output: ground.output, staging: ground.staging, maker: .run) { folder in
            folder == place ? [folder + "/uploads"] : []
        }
        let published = try publisher.publish([Ground.part("index.html", "2")], keeping: [], fingerprint: "f")
        #expect(!published.replaced.isFolder && published.mounted == ["uploads"])
        #expect(ground.text("public/index.html") == "2" && ground.text("public/a/old.html") == nil)
        #expect(try ground.inode("public/uploads/theirs.jpg") == number)
        #expect(ground.text("public/uploads/ours.html") == "1")
        #expect(ground.text("public/uploads/.broadsheet-new-x") == "theirs")
    }

    /// Of a folder that we leave, what is the user's stays.
    @Test func inPlaceAFolderWithForeignNamesStays() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "a/old.html": "1"])
        let name: [UInt8] = [0xE9]
        Self.write("mine", to: Self.bytes(ground.output.appending(path: "a"), name))
        let publisher = SitePublisher(output: ground.output, staging: ground.staging, maker: .run) { [$0 + "/none"] }
        _ = try publisher.publish([Ground.part("index.html", "2")], keeping: [], fingerprint: "f")
        #expect(ground.text("public/a/old.html") == nil)
        #expect(Self.read(Self.bytes(ground.output.appending(path: "a"), name)) == "mine")
    }

    @Test(.timeLimit(.minutes(1))) func aPipeInTheOutputHoldsNothingUp() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1"])
        mkfifo(ground.output.appending(path: "pipe").path, 0o600)
        _ = try ground.publish(["index.html": "2"])
        #expect(ground.text("public/index.html") == "2")
        #expect(Disk.kind(ground.output.appending(path: "pipe").path) == .other)
    }
}
