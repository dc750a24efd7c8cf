import NewsModel
import Newsroom
import WebText

/// A comparison of two editions as JSON.
struct ComparisonDocument {
    let comparison: EditionComparison

    var text: String {
        var json = JSONWriter()
        json.object { root in
            root.text("from", comparison.before.date.description)
            root.text("to", comparison.after.date.description)
            root.array("stories") { list in
                for change in comparison.stories { list.object { write(change, &$0) } }
            }
            root.array("sources") { list in
                for change in comparison.sources { list.object { write(change, &$0) } }
            }
        }
        return String(decoding: json.bytes.dropLast(), as: UTF8.self)
    }

    private func write(_ change: EditionComparison.StoryChange, _ json: inout JSONWriter) {
        json.text("id", change.id.rawValue)
        json.text("title", change.title)
        json.text("change", change.kind.rawValue)
        for (name, standing) in [("before", change.before), ("after", change.after)] {
            guard let standing else {
                json.null(name)
                continue
            }
            json.object(name) { fields in
                fields.number("rank", standing.rank)
                fields.text("section", standing.section)
                fields.number("score", standing.score)
            }
        }
        json.strings("why", change.why)
    }

    private func write(_ change: EditionComparison.SourceChange, _ json: inout JSONWriter) {
        json.text("id", change.id.rawValue)
        for (name, run) in [("before", change.before), ("after", change.after)] {
            guard let run else {
                json.null(name)
                continue
            }
            json.object(name) { fields in
                fields.text("outcome", run.outcome.rawValue)
                fields.number("items", run.items)
            }
        }
    }
}
