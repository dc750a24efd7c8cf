import Fetching
import Foundation
import NewsModel
import Settings
import Subscriptions

extension ConfigurationFile {
    /// Opens a configuration to add to it.
    /// - Throws: a ``CommandFailure`` that lists every mistake.
    static func opened(_ file: String) throws(CommandFailure) -> ConfigurationFile {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(
                sentence: "\(file): there is no such file; `broadsheet init` writes one, or name another with -c FILE.",
                code: ExitCodes.usage)
        }
        do throws(InvalidSettings) {
            let configuration = try ConfigurationFile(
                file: file, environment: ProcessInfo.processInfo.environment, providers: Providers.definitions)
            Console.keep(configuration.settings.secrets)
            return configuration
        } catch {
            throw CommandFailure(
                sentence: error.diagnostics.map(\.description).joined(separator: "\n"), code: ExitCodes.usage)
        }
    }

    /// Writes further sources at the end of the list.
    /// - Throws: a ``CommandFailure``; the file is then as it was.
    func add(_ sources: [NewSource], isDryRun: Bool) throws(CommandFailure) -> Settings {
        do throws(Failure) {
            let (text, settings) = try adding(sources)
            if !isDryRun { try write(text) }
            return settings
        } catch {
            throw CommandFailure(sentence: "\(error.description).", code: ExitCodes.failed)
        }
    }

    /// The addresses of the feeds and lists that are in it.
    var addresses: [String] { settings.sources.map { $0.provider.values[$0.provider.name] ?? $0.provider.address } }
}

/// Says what became of the entries of a list, for who watches: each kind with its first few.
struct ImportRemarks {
    let file: String
    let showsAll: Bool

    private static let most = 20

    /// By their kind, so that thousands of one do not hide the few of another.
    func sayAll(_ remarks: [ListRemark]) { ImportKinds(remarks).each(say) }

    private func say(_ remarks: [ListRemark]) {
        let lines = remarks.map(line)
        let shown = showsAll ? lines[...] : lines.prefix(Self.most)
        shown.forEach(Console.complain)
        guard shown.count < lines.count else { return }
        Console.complain("and \(lines.count - shown.count) more of this kind; --verbose names all.")
    }

    private func line(_ remark: ListRemark) -> String {
        switch remark {
        case .mended(let line, let from, let to, let reason):
            "\(file):\(line): \(shown(from)) is read as \(shown(to)): \(reason)."
        case .leftOut(let line, let text, let reason): "\(file):\(line): \(shown(text)) is left out: \(reason)."
        case .duplicate(let line, let address, let first):
            "\(file):\(line): \(shown(address)) is left out: it is "
                + (first.map { "on line \($0) already." } ?? "in the configuration already.")
        case .note(let text): "\(file): \(text)."
        }
    }

    /// A text of the list, short, and an address only as far as it may be seen.
    private func shown(_ text: String) -> String {
        let plain = Redactor.withoutRandomWords(Redactor.publishing(text.replacing("\n", with: " ")))
        return "`\(plain.count > 100 ? plain.prefix(100) + "…" : plain)`"
    }
}

/// Remarks by their kind, so that thousands of one do not hide the few of another.
private struct ImportKinds {
    private let kinds: [[ListRemark]]

    init(_ remarks: [ListRemark]) {
        var kinds: [[ListRemark]] = [[], [], [], []]
        for remark in remarks {
            switch remark {
            case .note: kinds[0].append(remark)
            case .leftOut: kinds[1].append(remark)
            case .mended: kinds[2].append(remark)
            case .duplicate: kinds[3].append(remark)
            }
        }
        self.kinds = kinds
    }

    func each(_ body: ([ListRemark]) -> Void) { kinds.filter { !$0.isEmpty }.forEach(body) }
}
