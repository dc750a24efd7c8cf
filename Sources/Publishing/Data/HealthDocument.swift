package import Foundation
package import NewsModel
import WebText

/// `health.json`: every source's outcome of the run, for machines.
package enum HealthDocument {
    /// The file, with every source or with their number alone.
    package static func bytes(of health: HealthReport, namesSources: Bool = true) -> [UInt8] {
        var json = JSONWriter()
        json.object { root in
            root.text("generated", RFC3339.text(health.generated))
            root.text("edition", health.edition.description)
            root.number("deadline_ms", health.deadline.milliseconds)
            root.number("elapsed_ms", health.elapsed.milliseconds)
            root.object("summary") { summary in
                summary.number("sources", health.sources.count)
                let counts = health.countByOutcome
                summary.object("byOutcome") { list in
                    for outcome in Outcome.allCases { list.number(outcome.rawValue, counts[outcome] ?? 0) }
                }
                summary.number("stories", health.stories)
                summary.number("newStories", health.newStories)
            }
            root.array("notices") { list in
                for notice in health.notices {
                    list.object {
                        $0.text("text", notice.text)
                        $0.strings("sources", notice.sources.map(\.rawValue))
                    }
                }
            }
            root.array("sources") { list in
                for source in namesSources ? health.sources : [] { list.object { write(source, &$0) } }
            }
            root.array("changes") { list in
                for change in namesSources ? health.changes : [] {
                    list.object { HealthChangeFields.write(change, &$0) }
                }
            }
            root.array("notifications") { list in
                for delivery in health.deliveries { list.object { write(delivery, &$0) } }
            }
        }
        return json.bytes
    }

    private static func write(_ source: SourceHealth, _ json: inout JSONWriter) {
        let report = source.report
        json.text("id", report.source.rawValue)
        json.text("title", source.title)
        json.text("url", source.url)
        json.text("provider", source.provider)
        json.text("section", source.section)
        json.text("outcome", report.outcome.rawValue)
        json.text("detail", orNull: report.detail)
        json.number("status", orNull: report.status)
        json.number("attempts", report.attempts)
        json.number("elapsed_ms", report.times.total.milliseconds)
        json.object("times") { times in
            times.number("queue_ms", report.times.queue.milliseconds)
            times.number("connect_ms", orNull: report.times.connect?.milliseconds)
            times.number("first_byte_ms", orNull: report.times.firstByte?.milliseconds)
            times.number("total_ms", report.times.total.milliseconds)
        }
        json.number("bytes", report.bytes)
        json.number("items", report.items)
        json.number("newItems", report.newItems)
        json.text("lastSuccess", orNull: source.lastSuccess.map { RFC3339.precise($0) })
        json.number("consecutiveFailures", source.consecutiveFailures)
        json.text("escalation", source.escalation.rawValue)
        json.text("failingSince", orNull: source.failedDates.first?.description)
        json.text("advice", orNull: report.advice)
        json.text("movedTo", orNull: source.moved)
        json.strings("warnings", report.warnings)
        json.array("history") { list in
            for night in source.history {
                list.object {
                    $0.text("date", night.date.description)
                    $0.text("at", RFC3339.precise(night.at))
                    $0.text("outcome", night.outcome.rawValue)
                    $0.number("items", night.items)
                    $0.number("elapsed_ms", night.elapsedMilliseconds)
                }
            }
        }
    }

    private static func write(_ delivery: DeliveryReport, _ json: inout JSONWriter) {
        json.text("receiver", delivery.receiver)
        json.text("event", delivery.event.rawValue)
        json.bool("delivered", delivery.isDelivered)
        json.text("detail", orNull: delivery.detail)
        json.number("attempts", delivery.attempts)
        json.number("pending", delivery.pending)
        json.text("since", orNull: delivery.since.map { RFC3339.precise($0) })
    }
}

extension HealthDocument {
    /// What a health report says of the past of its sources.
    ///
    /// - Parameter bytes: what ``bytes(of:)`` wrote, once.
    /// - Returns: one for each source, in the report's order.
    /// - Throws: ``DocumentError`` where it is no health report.
    package static func traces(_ bytes: Data) throws(DocumentError) -> [SourceTrace] {
        try DocumentFields(json: bytes).list("sources").mapped { source throws(DocumentError) in
            SourceTrace(
                source: SourceID(rawValue: try source.text("id")), title: source.optional("title") ?? "",
                lastSuccess: source.optionalInstant("lastSuccess"),
                consecutiveFailures: source.number("consecutiveFailures") ?? 0, items: source.number("items") ?? 0,
                history: try source.list("history").mapped { night throws(DocumentError) in
                    guard let date = EditionDate(try night.text("date")) else {
                        throw DocumentError("it names a night by what is no date")
                    }
                    // An outcome that this version does not know can only be a newer one's.
                    return SourceHealth.RunOutcome(
                        date: date, at: try night.instant("at"),
                        outcome: Outcome(rawValue: try night.text("outcome")) ?? .skipped,
                        items: night.number("items") ?? 0, elapsedMilliseconds: night.number("elapsed_ms") ?? 0)
                })
        }
    }
}
