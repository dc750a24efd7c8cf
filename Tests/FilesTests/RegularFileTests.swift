import Files
import Foundation
import TestSupport
import Testing

@Suite struct RegularFileTests {
    @Test func readsAFileAndOneBehindALink() throws {
        let folder = try TemporaryDirectory()
        let file = folder.url.appending(path: "a").path
        try Data("text".utf8).write(to: URL(filePath: file))
        symlink(file, file + ".link")
        #expect(try RegularFile.contents(of: file) == Data("text".utf8))
        #expect(try RegularFile.contents(of: file + ".link", mostBytes: 4) == Data("text".utf8))
        #expect(throws: RegularFile.Failure.tooLarge) { try RegularFile.contents(of: file, mostBytes: 3) }
    }

    @Test func aFileThatIsMissingIsNamedSo() throws {
        let folder = try TemporaryDirectory()
        #expect(throws: RegularFile.Failure.missing) {
            try RegularFile.contents(of: folder.url.appending(path: "a").path)
        }
    }

    /// To open a pipe is to wait for somebody who writes into it.
    @Test(.timeLimit(.minutes(1))) func whatIsNoFileIsRefusedAtOnce() throws {
        let folder = try TemporaryDirectory()
        let pipe = folder.url.appending(path: "pipe").path
        mkfifo(pipe, 0o600)
        for (path, kind) in [(pipe, "a pipe"), ("/dev/zero", "a device"), (folder.url.path, "a folder")] {
            #expect(throws: RegularFile.Failure.other(kind)) { try RegularFile.contents(of: path) }
        }
    }

    #if os(Linux)
        /// What the kernel shows as a file may have no end, and comes when it likes.
        @Test(.timeLimit(.minutes(1)), arguments: ["/proc/kmsg", "/proc/version", "/sys/kernel/mm/ksm/run"])
        func whatTheSystemMakesUpIsRefused(path: String) throws {
            guard FileManager.default.fileExists(atPath: path) else { return }
            let failure = RegularFile.Failure.other("a file that the system makes up")
            #expect(throws: failure) { try RegularFile.check(path) }
            #expect(throws: failure) { try RegularFile.contents(of: path) }
        }
    #endif
}
