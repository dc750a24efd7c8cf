package import Foundation
package import NewsModel
import WebText

/// Reads a health report back from its `health.json`.
package enum HealthReader {
    /// - Parameter bytes: what ``HealthDocument/bytes(of:)`` wrote.
    /// - Returns: the report; before the run, each source had failed as often as after it.
    /// - Throws: ``DocumentError`` where it is no health report, or a part of it is missing.
    package static func report(_ bytes: Data) throws(DocumentError) -> HealthReport {
        let root = try DocumentFields(json: bytes)
        let traces = try HealthDocument.traces(bytes)
        let rows = try root.list("sources").mapped { fields throws(DocumentError) in try health(fields) }
        guard let date = EditionDate(try root.text("edition")) else { throw DocumentError("it names no date") }
        let summary = root["summary"]
        var report = HealthReport(
            generated: try root.instant("generated"), edition: date, deadline: duration(root, "deadline_ms"),
            elapsed: duration(root, "elapsed_ms"), stories: summary.number("stories") ?? 0,
            newStories: summary.number("newStories") ?? 0,
            sources: zip(rows, traces).map { row, trace in
                var health = row
                health.lastSuccess = trace.lastSuccess
                health.consecutiveFailures = trace.consecutiveFailures
                health.failuresBefore = trace.consecutiveFailures
                health.history = trace.history
                return health
            },
            notices: try root.list("notices").mapped { fields throws(DocumentError) in
                try notice(fields)
            })
        report.changes = try changes(root)
        report.deliveries = try root.list("notifications").mapped { fields throws(DocumentError) in
            try delivery(fields)
        }
        return report
    }

    /// The changes of sources' states that a report from the state tells.
    /// - Throws: ``DocumentError`` where it is no health report.
    package static func changes(_ bytes: Data) throws(DocumentError) -> [HealthChange] {
        try changes(DocumentFields(json: bytes))
    }

    private static func changes(_ root: DocumentFields) throws(DocumentError) -> [HealthChange] {
        try root.list("changes").mapped { fields throws(DocumentError) in try HealthChangeFields.read(fields) }
            .compactMap(\.self)
    }

    private static func health(_ fields: DocumentFields) throws(DocumentError) -> SourceHealth {
        // An outcome that this version does not know can only be a newer one's.
        let outcome = Outcome(rawValue: try fields.text("outcome")) ?? .skipped
        var report = SourceReport(
            source: SourceID(rawValue: try fields.text("id")), outcome: outcome, detail: fields.optional("detail"),
            advice: fields.optional("advice"), status: fields.number("status"),
            attempts: fields.number("attempts") ?? 0, bytes: fields.number("bytes") ?? 0,
            items: fields.number("items") ?? 0, newItems: fields.number("newItems") ?? 0,
            warnings: fields.texts("warnings"))
        let times = fields["times"]
        report.times.queue = duration(times, "queue_ms")
        report.times.connect = times.number("connect_ms").map { .milliseconds($0) }
        report.times.firstByte = times.number("first_byte_ms").map { .milliseconds($0) }
        report.times.total = duration(times, "total_ms")
        let url = fields.optional("url") ?? ""
        return SourceHealth(
            report: report, title: fields.optional("title") ?? report.source.rawValue, url: url,
            hasWholeAddress: WebAddress(link: url) != nil, provider: fields.optional("provider") ?? "",
            section: fields.optional("section") ?? "",
            moved: fields.optional("movedTo"))
    }

    private static func notice(_ fields: DocumentFields) throws(DocumentError) -> HealthNotice {
        var notice = HealthNotice(
            try fields.text("text"), sources: fields.texts("sources").map { SourceID(rawValue: $0) })
        notice.isKnown = true
        return notice
    }

    private static func delivery(_ fields: DocumentFields) throws(DocumentError) -> DeliveryReport {
        DeliveryReport(
            receiver: try fields.text("receiver"),
            event: NotificationEvent(rawValue: try fields.text("event")) ?? .edition,
            isDelivered: fields.value["delivered"] == .bool(true), detail: fields.optional("detail"),
            attempts: fields.number("attempts") ?? 0, pending: fields.number("pending") ?? 0,
            since: fields.optionalInstant("since"))
    }

    private static func duration(_ fields: DocumentFields, _ name: String) -> Duration {
        .milliseconds(fields.number(name) ?? 0)
    }
}
