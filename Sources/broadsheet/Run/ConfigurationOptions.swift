import ArgumentParser
import Fetching
import Foundation
import NewsModel
import Settings

/// Which configuration, and where to.
struct ConfigurationOptions: ParsableArguments {
    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "The folder to publish into, in place of `output`.")
    var directory: String?

    /// Whether the site goes elsewhere than the configuration says.
    var isElsewhere: Bool { directory != nil }

    /// - Throws: a ``CommandFailure`` that lists every mistake.
    func read() throws -> Settings {
        var settings = try Self.settings(in: file)
        if let directory {
            settings.configuredOutput = settings.output
            settings.output = URL(filePath: directory).standardizedFileURL.path
        }
        return settings
    }

    /// What a configuration says, of whose lists of feeds some may have been read, by their addresses.
    /// - Throws: a ``CommandFailure`` that lists every mistake.
    static func settings(in file: String, lists: [String: [UInt8]] = [:]) throws -> Settings {
        do {
            let settings = try SettingsReader.read(
                file: file, environment: ProcessInfo.processInfo.environment, providers: Providers.definitions,
                lists: lists)
            Console.keep(settings.secrets)
            return settings
        } catch {
            let list = error.diagnostics.map(\.description).joined(separator: "\n")
            throw CommandFailure(sentence: list, code: ExitCodes.usage)
        }
    }
}
