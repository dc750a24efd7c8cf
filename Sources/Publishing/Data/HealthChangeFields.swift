import Foundation
import NewsModel
import WebText

/// The changes of sources' states in `health.json`, written and read.
enum HealthChangeFields {
    static func write(_ change: HealthChange, _ json: inout JSONWriter) {
        json.text("source", change.source.rawValue)
        json.text("title", change.title)
        json.text("date", change.date.description)
        json.text("updated", RFC3339.precise(change.updated))
        json.text("change", change.kind.name)
        switch change.kind {
        case .broke(let outcome, let detail, let advice):
            json.text("outcome", outcome.rawValue)
            json.text("detail", orNull: detail)
            json.text("advice", orNull: advice)
        case .recovered(let failures): json.number("failures", failures)
        case .moved(let address): json.text("to", address)
        }
    }

    /// - Returns: `nil` for a kind that only a newer version knows.
    static func read(_ fields: DocumentFields) throws(DocumentError) -> HealthChange? {
        guard let date = EditionDate(try fields.text("date")) else {
            throw DocumentError("it names the night of a change by what is no date")
        }
        guard let kind = try kind(fields) else { return nil }
        return HealthChange(
            source: SourceID(rawValue: try fields.text("source")), title: try fields.text("title"), date: date,
            updated: try fields.instant("updated"), kind: kind)
    }

    private static func kind(_ fields: DocumentFields) throws(DocumentError) -> HealthChange.Kind? {
        switch try fields.text("change") {
        case "broke":
            let outcome = Outcome(rawValue: try fields.text("outcome")) ?? .unreachable
            return .broke(outcome, detail: fields.optional("detail"), advice: fields.optional("advice"))
        case "recovered": return .recovered(failures: fields.number("failures") ?? 0)
        case "moved": return .moved(to: try fields.text("to"))
        default: return nil
        }
    }
}
