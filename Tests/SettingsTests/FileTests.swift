import Fetching
import Foundation
import NewsModel
import Settings
import Testing

@Suite struct FileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func mistakes(ofFile file: String) -> [String] {
        do throws(InvalidSettings) {
            _ = try SettingsReader.read(file: file, environment: [:], providers: Providers.definitions)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    @Test func relativePathsStartAtTheConfiguration() throws {
        try folder.write("a { color: red }".utf8, to: "my.css")
        try folder.write("pem".utf8, to: "corp.pem")
        try FileManager.default.createDirectory(atPath: folder.path + "/Templates", withIntermediateDirectories: true)
        let text = """
            output: ../www
            state: ./memory/state.sqlite
            templates: Templates
            network: {ca-file: corp.pem}
            pages: {extra-css: my.css}
            """
        let file = try folder.write((text + "\n" + Sample.sources).utf8, to: "broadsheet.yml")
        let settings = try SettingsReader.read(file: file, environment: [:], providers: Providers.definitions)
        let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
        #expect(settings.output == parent + "/www")
        #expect(settings.state == folder.path + "/memory/state.sqlite")
        #expect(settings.templates == folder.path + "/Templates")
        #expect(settings.network.certificateAuthorityFile == folder.path + "/corp.pem")
        #expect(settings.site.extraCSS == "a { color: red }")
    }

    @Test func aTildeIsTheUsersHome() throws {
        let settings = try Sample.settings("output: ~/site", environment: ["HOME": "/home/reader"])
        #expect(settings.output == "/home/reader/site")
    }

    @Test func filesThatAreNotThereAreToldWithTheirKey() {
        let mistakes = Sample.mistakes(
            in: "templates: none\nnetwork: {ca-file: none.pem}\npages: {extra-css: none.css}")
        #expect(
            mistakes.map { $0.prefix { $0 != ";" } } == [
                "1:12: `templates` is a folder, but there is no `none`",
                "2:20: `network.ca-file` is a file, but there is no `none.pem`",
                "3:20: `pages.extra-css` is a file, but there is no `none.css`",
            ])
    }

    @Test func aFileWhereAFolderBelongsIsToldSo() throws {
        try folder.write("x".utf8, to: "Templates")
        let file = try folder.write(("templates: Templates\n" + Sample.sources).utf8, to: "broadsheet.yml")
        #expect(mistakes(ofFile: file) == ["\(file):1:12: `templates` is a folder, but `Templates` is a file"])
    }

    @Test func aStyleSheetIsRefusedPastItsLimitOnly() throws {
        let file = try folder.write(("pages: {extra-css: big.css}\n" + Sample.sources).utf8, to: "broadsheet.yml")
        try folder.write(repeatElement(32, count: 512 << 10), to: "big.css")
        #expect(mistakes(ofFile: file).isEmpty)
        try folder.write(repeatElement(32, count: (512 << 10) + 1), to: "big.css")
        #expect(mistakes(ofFile: file) == ["\(file):1:20: `pages.extra-css`: `big.css` is larger than 512KB"])
    }

    @Test func theConfigurationIsRefusedPastItsLimitOnly() throws {
        let comment = String(repeating: "#", count: (4 << 20) - Sample.sources.utf8.count)
        let file = try folder.write((Sample.sources + comment).utf8, to: "broadsheet.yml")
        #expect(mistakes(ofFile: file).isEmpty)
        try folder.write((Sample.sources + comment + "#").utf8, to: "broadsheet.yml")
        #expect(mistakes(ofFile: file) == ["\(file): the configuration is larger than 4MB"])
        #expect(Sample.mistakes(Sample.sources + comment + "#") == ["the configuration is larger than 4MB"])
    }

    @Test func aMissingFileIsToldWithWhatToDo() {
        let file = folder.path + "/none.yml"
        #expect(
            mistakes(ofFile: file) == [
                "\(file): there is no such file; `broadsheet init` writes one, or name another with `-c FILE`"
            ])
    }

    /// To open a pipe is to wait for somebody who writes into it.
    @Test(.timeLimit(.minutes(1))) func pipesAndDevicesAreNoFiles() throws {
        let pipe = folder.path + "/pipe"
        mkfifo(pipe, 0o600)
        #expect(mistakes(ofFile: pipe) == ["\(pipe): the configuration is a pipe, not a file"])
        #expect(mistakes(ofFile: "/dev/zero") == ["/dev/zero: the configuration is a device, not a file"])
        let text = "network: {ca-file: pipe}\npages: {extra-css: /dev/zero}\n"
        let file = try folder.write((text + Sample.sources).utf8, to: "broadsheet.yml")
        #expect(
            mistakes(ofFile: file) == [
                "\(file):1:20: `network.ca-file` is a file, but `pipe` is a pipe",
                "\(file):2:20: `pages.extra-css` is a file, but `/dev/zero` is a device",
            ])
    }

    @Test func aFolderIsNoConfiguration() {
        #expect(mistakes(ofFile: folder.path) == ["\(folder.path): the configuration is a folder, not a file"])
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstKey() throws {
        let file = try folder.write([0xEF, 0xBB, 0xBF] + Array(Sample.sources.utf8), to: "broadsheet.yml")
        #expect(mistakes(ofFile: file).isEmpty)
    }

    @Test func theFirstByteThatIsNotUTF8IsShown() throws {
        let file = try folder.write(Array("title: ok\nlanguage: e".utf8) + [0xE9, 0x0A], to: "broadsheet.yml")
        #expect(
            mistakes(ofFile: file) == [
                "\(file):2:12: here the text is no longer UTF-8; save the file in that encoding"
            ])
    }

    @Test(arguments: ["output: .", "output: /", "output: ./x/..", "output: /site", "output: .."])
    func theOutputMayNotHoldTheConfiguration(lines: String) {
        let mistakes = Sample.mistakes(in: lines)
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.contains("would replace the folder that holds the configuration") == true)
    }

    @Test func theStateMayTakeThePlaceOfNothing() throws {
        let sources = Sample.sources
        for (state, words) in [
            ("own.yml", "is the configuration itself, which would be lost"), ("./x/../own.yml", "is the configuration"),
            ("authorities.pem", "is a file that this configuration reads"), (".", "is a folder"),
        ] {
            try folder.write(Array("x".utf8), to: "authorities.pem")
            let text = "state: \(state)\nnetwork: {ca-file: authorities.pem}\n" + sources
            let file = try folder.write(Array(text.utf8), to: "own.yml")
            let found = mistakes(ofFile: file)
            #expect(found.contains { $0.contains("own.yml:1:8: `state` \(words)") }, "\(state): \(found)")
        }
    }

    @Test func theOutputMayNotHoldTheState() {
        #expect(
            Sample.mistakes(in: "state: public/state.sqlite") == [
                "1:8: `state` stands inside `output`, which is replaced as a whole; put it elsewhere"
            ])
        #expect(Sample.mistakes(in: "state: publicity/state.sqlite").isEmpty)
    }
}
