import Foundation
import NewsModel
import NewsStore
import Publishing
package import Settings

/// Whether the ids in the feeds are made of something else than those that readers know: then every entry is new to them.
package struct IdentifierChange {
    /// What a person should know: at most one sentence.
    package let notes: [String]

    /// Looks at the output, and where no site of ours is at hand into the state; neither changes.
    package init(settings: Settings) {
        self.init(settings: settings, remembered: Self.remembered(by: settings.state))
    }

    /// Compares with the output, and where no site of ours is at hand with what the state has `remembered`.
    init(settings: Settings, remembered: String?) {
        let manifest = Manifest.read(in: URL(filePath: settings.output))
        let published = manifest?.maker == .run ? manifest?.owner?.identifierBase : nil
        let now = settings.publicIdentifierBase
        guard let before = published ?? remembered, before != now else { notes = []; return }
        notes = [
            "The ids in the feeds are made of \(Self.quoted(now)) and were made of \(Self.quoted(before)): feed readers "
                + "take every entry for a new one. `pages: {id-base: \(Self.yaml(before))}` keeps the old ids."
        ]
    }

    private static func remembered(by state: String) -> String? {
        guard FileManager.default.fileExists(atPath: state) else { return nil }
        // A state that can't be read is what a run complains of.
        guard let store = try? NewsStore(path: state) else { return nil }
        defer { try? store.close() }  // nothing was written
        return try? store.identifierBase()
    }

    private static func quoted(_ base: String) -> String { base.contains("://") ? base : "“\(base)”" }

    /// A title may hold what YAML takes for a sign of its own.
    private static func yaml(_ base: String) -> String {
        guard !base.contains("://") else { return base }
        return "\"" + base.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension Settings {
    /// What the ids in the feeds are made of, as far as it may be told.
    var publicIdentifierBase: String { Redactor(secrets: secrets).redact(site.identifierBase) }
}
