import Curation
import NewsModel
import NewsStore
import Settings

/// What to say where nothing matches: the nearest things to look at, and to do.
struct UnknownText {
    let settings: Settings

    func lines(_ unknown: StoryUnknown, _ query: StoryQuery) -> [String] {
        var lines = ["No remembered story matches “\(query.text)”."]
        if !unknown.nearest.isEmpty {
            lines += ["The nearest:"] + unknown.nearest.map { "  “\($0.title)”  \($0.id)" }
        }
        if let key = query.key { lines.append(aboutAddress(key, unknown)) }
        if !unknown.failed.isEmpty {
            let names = unknown.failed.map { "\($0.source) (\($0.outcome.rawValue))" }.joined(separator: ", ")
            lines.append("What these sources had is not known, since they failed when they were last asked: \(names).")
        }
        switch settings.edition.window {
        case .auto:
            lines.append(
                "Items dated more than \(Figures.hours(settings.edition.maxWindow.seconds)) before they are first read "
                    + "are not remembered (`edition: max-window`).")
        case .last: break
        }
        return lines
    }

    private func aboutAddress(_ key: String, _ unknown: StoryUnknown) -> String {
        let publisher = CanonicalURL.publisher(ofKey: key)
        guard let source = unknown.source else {
            return "No source of the configuration is read from \(publisher)."
        }
        guard unknown.failed.contains(where: { $0.source == source }) else {
            return "`\(source)` is read from \(publisher), and never listed it."
        }
        return "`\(source)` is read from \(publisher), and failed when it was last asked."
    }
}
