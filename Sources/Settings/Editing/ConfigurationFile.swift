import Files
import Foundation
package import NewsModel

/// A configuration file that is to be added to.
package struct ConfigurationFile: Sendable {
    /// As the user named it.
    package let name: String
    package let text: String
    /// What it says now.
    package let settings: Settings
    private let environment: [String: String]
    private let providers: [ProviderDefinition]

    /// Why a file is not written to. Nothing was changed.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads a file with all its mistakes, as ``SettingsReader`` does.
    package init(
        file: String, environment: [String: String], providers: [ProviderDefinition]
    ) throws(InvalidSettings) {
        guard case .success(let text) = readText(at: path(of: file), mostBytes: YAMLDocument.mostBytes) else {
            // What can't be had is said as for any configuration.
            settings = try SettingsReader.read(file: file, environment: environment, providers: providers)
            (name, text, self.environment, self.providers) = (file, "", environment, providers)
            return
        }
        name = file
        self.text = text
        self.environment = environment
        self.providers = providers
        settings = try Self.settings(of: text, file, environment, providers)
    }

    /// What the text says, where it need not list a source yet.
    private static func settings(
        of text: String, _ file: String, _ environment: [String: String], _ providers: [ProviderDefinition]
    ) throws(InvalidSettings) -> Settings {
        let folder = URL(fileURLWithPath: path(of: file)).deletingLastPathComponent().path
        func read(_ text: String) throws(InvalidSettings) -> Settings {
            try SettingsReader.read(
                text: text, name: file, directory: folder, environment: environment, providers: providers)
        }
        do throws(InvalidSettings) {
            return try read(text)
        } catch {
            let example = NewSource(feed: "https://example.org/rss.xml")
            guard error.diagnostics.count == 1,
                let filled = try? SourceInsertion(text).adding(
                    [example], at: listOfSources(text, environment, providers)),
                var settings = try? read(filled), settings.sources.count == 1
            else { throw error }
            settings.sources = []
            return settings
        }
    }

    /// Whether a source may have this address; `nil`, or what is wrong with it.
    package static func mistake(inAddress text: String) -> String? {
        do throws(InvalidValue) {
            _ = try Address(text)
            return nil
        } catch {
            return error.advice ?? "it is no address"
        }
    }

    /// The text with further sources at the end of its list.
    /// - Throws: where the text can't be added to, or would not say what it said before.
    package func adding(_ sources: [NewSource]) throws(Failure) -> (text: String, settings: Settings) {
        let edited: String
        do throws(SourceInsertion.Failure) {
            edited = try SourceInsertion(text).adding(sources, at: Self.listOfSources(text, environment, providers))
        } catch {
            throw byHand(sources, because: error.reason)
        }
        let folder = URL(fileURLWithPath: path(of: name)).deletingLastPathComponent().path
        do throws(InvalidSettings) {
            let read = try SettingsReader.read(
                text: edited, name: name, directory: folder, environment: environment, providers: providers)
            guard keepsEverything(read, sources) else { throw byHandError }
            return (edited, read)
        } catch {
            throw byHand(sources, because: error.diagnostics[0].message)
        }
    }

    private var byHandError: InvalidSettings {
        InvalidSettings(diagnostics: [
            Diagnostic(file: name, line: 0, column: 0, message: "its layout is one that can't be added to safely")
        ])
    }

    /// Writes an edited text in the place of the file: as a whole or not at all, with the mode that the file had.
    package func write(_ text: String) throws(Failure) {
        do throws(FileReplacement.Failure) {
            try FileReplacement.write(Data(text.utf8), to: path(of: name))
        } catch {
            throw Failure(description: "\(name) can't be written: \(error.reason); it is as it was")
        }
    }

    private static func listOfSources(
        _ text: String, _ environment: [String: String], _ providers: [ProviderDefinition]
    ) -> Node.Member? {
        var reader = ConfigurationReader(file: "", directory: "/", environment: environment, providers: providers)
        guard case .mapping(let members) = YAMLDocument.root(of: text, &reader)?.content else { return nil }
        return members.first { $0.key == "sources" }
    }

    /// Whether the edited text says what the file said, and besides the new sources in their order.
    private func keepsEverything(_ edited: Settings, _ added: [NewSource]) -> Bool {
        let old = settings.sources.map(\.provider)
        let new = edited.sources.map(\.provider)
        let feeds = added.filter { $0.key == "feed" }.map { Provider.feed(url: $0.address) }
        return new.starts(with: old)
            && new.dropFirst(old.count).filter { $0.name == "feed" }.suffix(feeds.count).elementsEqual(feeds)
            && edited.site == settings.site && edited.output == settings.output && edited.state == settings.state
            && edited.fetch == settings.fetch && edited.network == settings.network
    }

    private func byHand(_ sources: [NewSource], because reason: String) -> Failure {
        let first = sources.first.map { " such as `- \($0.lines(isFlow: false)[0])`" } ?? ""
        return Failure(
            description: "\(name) is left as it is: \(reason); add the sources by hand, a line each\(first)")
    }
}

private func path(of file: String) -> String { ResolvedPath.absolute(file) }
