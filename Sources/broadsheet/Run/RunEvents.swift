import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings
import WebText

/// What happens in a run as it happens: a JSON object a line on standard output.
struct RunEvents: Sendable {
    func began(_ request: RunRequest) {
        tell("begin") { json in
            json.text("edition", request.editionDate.description)
            json.number("sources", request.settings.sources.count)
            json.number("deadline_ms", request.settings.fetch.deadline.milliseconds)
        }
    }

    func ended(_ report: SourceReport) {
        tell("source") { json in
            json.text("id", report.source.rawValue)
            json.text("outcome", report.outcome.rawValue)
            json.text("detail", orNull: report.detail)
            json.number("status", orNull: report.status)
            json.number("items", report.items)
            json.number("bytes", report.bytes)
            json.number("attempts", report.attempts)
            json.number("elapsed_ms", report.times.total.milliseconds)
        }
    }

    /// - Throws: where the last of them can't be written.
    func ended(_ report: RunReport, exitCode: ExitCode) throws(CommandFailure) {
        for note in report.notes { tell("note") { $0.text("text", note) } }
        for delivery in report.health.deliveries {
            tell("notification") { json in
                json.text("receiver", delivery.receiver)
                json.text("about", delivery.event.rawValue)
                json.bool("delivered", delivery.isDelivered)
                json.text("detail", orNull: delivery.detail)
            }
        }
        try say("end") { json in
            json.text("edition", report.edition.date.description)
            json.text("publication", report.publication.word)
            json.text("reason", orNull: report.publication.reason)
            json.number("stories", report.health.stories)
            json.number("newStories", report.health.newStories)
            json.number("elapsed_ms", report.health.elapsed.milliseconds)
            json.number("exit", Int(exitCode.rawValue))
        }
    }

    func failed(_ failure: CommandFailure) throws(CommandFailure) {
        try say("end") { json in
            json.text("publication", "failed")
            json.text("reason", failure.sentence)
            json.number("exit", Int(failure.code.rawValue))
        }
    }

    private func tell(_ event: String, _ members: (inout JSONWriter) -> Void) {
        // Whoever stops reading in the middle ends no run; the last event says what went wrong.
        try? say(event, members)
    }

    private func say(_ event: String, _ members: (inout JSONWriter) -> Void) throws(CommandFailure) {
        var json = JSONWriter(indent: nil)
        json.object { object in
            object.text("event", event)
            members(&object)
        }
        try Console.say(String(decoding: json.bytes, as: UTF8.self), as: .json)
    }
}

extension RunReport.Publication {
    /// A word for it, in documents.
    fileprivate var word: String {
        switch self {
        case .published: "published"
        case .guarded: "guarded"
        case .quiet: "quiet"
        case .dryRun: "dry-run"
        }
    }

    fileprivate var reason: String? {
        switch self {
        case .guarded(let reason), .quiet(let reason): reason
        case .dryRun(let reason): reason
        case .published: nil
        }
    }
}
