import Files
import Foundation
package import NewsModel

/// Reads `broadsheet.yml`.
package enum SettingsReader {
    /// Reads a configuration file (UTF-8, at most 4 MB), and completes what it says with defaults. Throws every mistake
    /// of the file at once.
    ///
    /// Messages show the path as it stands here; a relative one starts at the working directory. `${NAME}`, the proxy
    /// and `~` come from the `environment`. Of `lists`, by their addresses, no copy is read.
    package static func read(
        file: String, environment: [String: String], providers: [ProviderDefinition], lists: [String: [UInt8]] = [:]
    ) throws(InvalidSettings) -> Settings {
        let path = ResolvedPath.absolute(file)
        switch readText(at: path, mostBytes: YAMLDocument.mostBytes) {
        case .success(let text):
            let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
            return try read(
                text: text, name: file, directory: directory, environment: environment, providers: providers,
                lists: lists)
        case .failure(let failure):
            throw InvalidSettings(diagnostics: [diagnostic(failure, file)])
        }
    }

    /// Reads the text of a configuration, which messages call `name`. Relative paths start at `directory`.
    package static func read(
        text: String, name: String, directory: String, environment: [String: String],
        providers: [ProviderDefinition], lists: [String: [UInt8]] = [:]
    ) throws(InvalidSettings) -> Settings {
        let folder = ResolvedPath.absolute(directory)
        var reader = ConfigurationReader(
            file: name, directory: folder, environment: environment, providers: providers)
        reader.listBytes = lists
        guard text.utf8.count <= YAMLDocument.mostBytes else {
            throw InvalidSettings(diagnostics: [diagnostic(.file(.tooLarge, mostBytes: YAMLDocument.mostBytes), name)])
        }
        let settings = settings(of: text, &reader)
        guard let settings, !reader.hasMistakes else { throw InvalidSettings(diagnostics: reader.diagnostics) }
        return settings
    }

    private static func settings(of text: String, _ reader: inout ConfigurationReader) -> Settings? {
        let advice = "; the least is `sources: [{feed: https://example.org/rss.xml}]`"
        guard let root = YAMLDocument.root(of: text, &reader) else {
            reader.report("the configuration is empty\(advice)")
            return nil
        }
        switch root.content {
        case .nothing:
            reader.report("the configuration is empty\(advice)")
            return nil
        case .mapping, .broken: break
        case .text, .list:
            reader.report("the configuration is keys and values, not \(root.kind)\(advice)", at: root.position)
            return nil
        }
        guard let top = reader.fields(of: root, reader.root, called: "", expects: "") else { return nil }
        return reader.settings(top)
    }

    private static func diagnostic(_ failure: TextFileFailure, _ file: String) -> Diagnostic {
        switch failure {
        case .file(.missing, _):
            let message = "there is no such file; `broadsheet init` writes one, or name another with `-c FILE`"
            return Diagnostic(file: file, line: 0, column: 0, message: message)
        case .notUTF8(let position):
            let message = "here the text is no longer UTF-8; save the file in that encoding"
            return Diagnostic(file: file, line: position.line, column: position.column, message: message)
        case .file:
            return Diagnostic(file: file, line: 0, column: 0, message: "the configuration \(failure.words)")
        }
    }
}
