import Foundation
import TestSupport
import Testing

/// What a source says can neither command a terminal nor turn around its lines.
@Suite struct TerminalTextTests {
    private static let hostile = "a\u{1B}[2Jb\u{9B}31mc\u{202E}d\u{2066}e\u{7F}f\u{85}g\u{2028}h\u{E0041}i\rj"

    private static func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x20...0x7E: true
            case 0..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: false
            default: true
            }
        }
    }

    @Test func inspectedFeedsKeepTheirValues() async throws {
        let folder = try TemporaryDirectory()
        let title = Self.hostile.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(String.init)
            .joined()
        let object = ["version": "https://jsonfeed.org/version/1.1", "title": "t", "items": []] as [String: Any]
        var feed = object
        feed["items"] = [["id": "1\(title)", "content_text": "x"]]
        try folder.write(
            String(decoding: try JSONSerialization.data(withJSONObject: feed), as: UTF8.self), to: "feed.json")
        let ending = try await Program.run("inspect", "feed", "feed.json", in: folder)
        #expect(ending.code == 0)
        #expect(Self.isSafe(ending.output), "\(ending.output)")
        let read = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
        let entry = (read?["entries"] as? [[String: Any]])?.first
        #expect(entry?["id"] as? String == "1\(title)")
    }

    @Test(arguments: [["inspect", "url"], ["inspect", "html"]])
    func whatIsInspectedIsSafe(verb: [String]) async throws {
        let input = "https://a.example/\(Self.hostile)"
        let ending = try await Program.run(verb[0], verb[1], in: TemporaryDirectory(), input: input)
        #expect(Self.isSafe(ending.output) && Self.isSafe(ending.complaint), "\(ending.output)")
        #expect(!ending.output.isEmpty)
    }

    @Test func complaintsAreSafe() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("\"ti\\x1b[2J\\u202etle\": x\nsources: [{feed: 'https://a.example/'}]\n", to: "broadsheet.yml")
        for arguments in [
            ["check", "-c", "broadsheet.yml"], ["check", "-c", Self.hostile + ".yml"], ["run", Self.hostile],
        ] {
            let ending = try await Program.run(
                arguments[0], arguments.dropFirst().first ?? "", arguments.last ?? "", in: folder)
            #expect(ending.code == 2)
            #expect(!ending.complaint.isEmpty && Self.isSafe(ending.complaint), "\(ending.complaint)")
        }
    }
}
