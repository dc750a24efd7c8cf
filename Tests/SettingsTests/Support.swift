import Fetching
import Foundation
import NewsModel
import Settings
import Testing

/// What the tests read configurations with: a name, a folder and an environment that are the same everywhere.
enum Sample {
    /// The least that a configuration holds.
    static let sources = "sources: [{feed: 'https://example.org/rss.xml'}]\n"

    static func read(_ text: String, environment: [String: String] = [:]) throws(InvalidSettings) -> Settings {
        try SettingsReader.read(
            text: text, name: "broadsheet.yml", directory: "/site", environment: environment,
            providers: Providers.definitions)
    }

    /// A provider with these values and with defaults for the rest.
    static func provider(
        _ name: String, _ values: [String: String] = [:], key: String? = nil, keyVariable: String? = nil
    ) throws -> Provider {
        let definition = try #require(Providers.definitions.first { $0.name == name })
        return definition.provider(values, key: key.map { Secret($0) }, keyVariable: keyVariable)
    }

    /// Reads lines in front of one plain source.
    static func settings(_ lines: String, environment: [String: String] = [:]) throws(InvalidSettings) -> Settings {
        try read(lines + "\n" + sources, environment: environment)
    }

    /// Reads one source, given as the inside of a flow mapping.
    static func source(_ keys: String, environment: [String: String] = [:]) throws -> Source? {
        try read("sources: [{\(keys)}]\n", environment: environment).sources.first
    }

    /// The mistakes of a text as `line:column: message`; none where it is sound.
    static func mistakes(_ text: String, environment: [String: String] = [:]) -> [String] {
        do throws(InvalidSettings) {
            _ = try read(text, environment: environment)
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                diagnostic.line == 0
                    ? diagnostic.message : "\(diagnostic.line):\(diagnostic.column): \(diagnostic.message)"
            }
        }
    }

    /// The mistakes of lines in front of one plain source.
    static func mistakes(in lines: String, environment: [String: String] = [:]) -> [String] {
        mistakes(lines + "\n" + sources, environment: environment)
    }

    /// The mistakes of one source, given as the inside of a flow mapping.
    static func mistakes(ofSource keys: String, environment: [String: String] = [:]) -> [String] {
        mistakes("sources: [{\(keys)}]\n", environment: environment)
    }
}

/// A folder of a test's own, which goes with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // A folder that cannot be removed is no failure of the test.
        try? FileManager.default.removeItem(atPath: path)
    }

    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }
}
