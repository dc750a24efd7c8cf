import Foundation
import NewsModel
import WebText

/// A visit to a source as the metadata of a record: JSON from which the same visit is read again, to the nanosecond.
enum VisitDocument {
    /// The document of a visit in the words of its servers, of which `said` gives what is written, and of whether a feed was
    /// read.
    static func bytes(of visit: SourceVisit, readsFeed: Bool, _ said: (String) -> String) -> [UInt8] {
        var writer = JSONWriter(indent: nil)
        writer.object { object in
            object.bool("feed", readsFeed)
            write(visit.report, to: &object, said)
            object.text("body", ifAny: visit.bodyHash)
            object.text("moved", ifAny: visit.permanentRedirect.map(said))
            object.text("title", ifAny: visit.title.map(said))
            object.text("site", ifAny: visit.site.map(said))
            object.strings("redirects", visit.redirects.map(said).sorted())
            if let validators = visit.validators { write(validators, to: &object, said) }
            object.bool("hasFalseValidators", visit.hasFalseValidators)
            object.bool("hadTurn", visit.hadTurn)
            if let cause = visit.sharedCause { write(cause, to: &object, said) }
            if let pause = visit.pause { write(pause, to: &object, said) }
            if let hints = visit.hints { write(hints, to: &object) }
            if let clock = visit.clock {
                object.object("clock") { inner in
                    inner.text("host", said(clock.host))
                    inner.number("ahead", clock.ahead)
                }
            }
        }
        return writer.bytes
    }

    private static func write(_ report: SourceReport, to object: inout JSONWriter, _ said: (String) -> String) {
        object.text("source", report.source.rawValue)
        object.text("outcome", report.outcome.rawValue)
        object.text("detail", ifAny: report.detail.map(said))
        object.text("advice", ifAny: report.advice.map(said))
        object.number("status", ifAny: report.status)
        object.number("attempts", report.attempts)
        object.number("bytes", report.bytes)
        object.number("items", report.items)
        object.strings("warnings", report.warnings.map(said))
        object.object("nanoseconds") { times in
            times.number("queue", report.times.queue.nanoseconds)
            times.number("connect", ifAny: report.times.connect?.nanoseconds)
            times.number("firstByte", ifAny: report.times.firstByte?.nanoseconds)
            times.number("total", report.times.total.nanoseconds)
        }
    }

    private static func write(_ validators: Validators, to object: inout JSONWriter, _ said: (String) -> String) {
        object.object("validators") { inner in
            inner.text("etag", ifAny: validators.etag.map(said))
            inner.text("lastModified", ifAny: validators.lastModified.map(said))
            inner.text("url", said(validators.url))
        }
    }

    private static func write(_ cause: SharedCause, to object: inout JSONWriter, _ said: (String) -> String) {
        let (name, host) =
            switch cause {
            case .noTurn(let host): ("noTurn", host)
            case .rateLimit(let host): ("rateLimit", host)
            case .noNetwork(let host): ("noNetwork", host)
            }
        object.object("sharedCause") { inner in
            inner.text("cause", name)
            inner.text("host", said(host))
        }
    }

    private static func write(_ pause: Pause, to object: inout JSONWriter, _ said: (String) -> String) {
        object.object("pause") { inner in
            // Since 2001, which is how a date is kept: nothing is rounded.
            inner.number("until", pause.until.timeIntervalSinceReferenceDate)
            inner.text("reason", said(pause.reason))
            inner.text("url", said(pause.url))
            inner.text("kind", pause.kind.rawValue)
            inner.text("host", ifAny: pause.host.map(said))
        }
    }

    private static func write(_ hints: FeedHints, to object: inout JSONWriter) {
        object.object("hints") { inner in
            inner.number("timeToLive", ifAny: hints.timeToLive?.nanoseconds)
            inner.array("skipHours") { list in for hour in hints.skipHours.sorted() { list.number(nil, hour) } }
            inner.array("skipDays") { list in for day in hints.skipDays.sorted() { list.number(nil, day) } }
            inner.bool("isExpired", hints.isExpired)
        }
    }
}

extension VisitDocument {
    /// Reads what was written; `nil` where it is something else.
    static func visit(_ document: JSONValue, _ said: (String) -> String) -> (visit: SourceVisit, readsFeed: Bool)? {
        guard let report = report(document, said) else { return nil }
        var visit = SourceVisit(report: report)
        visit.bodyHash = document["body"].string
        visit.permanentRedirect = document["moved"].string.map(said)
        visit.title = document["title"].string.map(said)
        visit.site = document["site"].string.map(said)
        visit.redirects = Set(document["redirects"].strings.map(said))
        let validators = document["validators"]
        if let url = validators["url"].string {
            visit.validators = Validators(
                etag: validators["etag"].string.map(said), lastModified: validators["lastModified"].string.map(said),
                url: said(url))
        }
        visit.hasFalseValidators = document["hasFalseValidators"].isTrue
        visit.hadTurn = document["hadTurn"].isTrue
        visit.sharedCause = sharedCause(document["sharedCause"], said)
        visit.pause = pause(document["pause"], said)
        visit.hints = hints(document["hints"])
        if let host = document["clock"]["host"].string, let ahead = document["clock"]["ahead"].double {
            visit.clock = ClockReading(host: said(host), ahead: ahead)
        }
        return (visit, document["feed"].isTrue)
    }

    private static func report(_ document: JSONValue, _ said: (String) -> String) -> SourceReport? {
        guard let source = document["source"].string,
            let outcome = document["outcome"].string.flatMap(Outcome.init(rawValue:))
        else { return nil }
        var report = SourceReport(
            source: SourceID(rawValue: source), outcome: outcome, detail: document["detail"].string.map(said),
            advice: document["advice"].string.map(said), status: document["status"].integer,
            attempts: document["attempts"].integer ?? 0, bytes: document["bytes"].integer ?? 0,
            items: document["items"].integer ?? 0, warnings: document["warnings"].strings.map(said))
        let times = document["nanoseconds"]
        report.times.queue = times["queue"].nanoseconds ?? .zero
        report.times.connect = times["connect"].nanoseconds
        report.times.firstByte = times["firstByte"].nanoseconds
        report.times.total = times["total"].nanoseconds ?? .zero
        return report
    }

    private static func sharedCause(_ document: JSONValue, _ said: (String) -> String) -> SharedCause? {
        guard let host = document["host"].string.map(said) else { return nil }
        return switch document["cause"].string {
        case "noTurn": .noTurn(host: host)
        case "rateLimit": .rateLimit(host: host)
        case "noNetwork": .noNetwork(host: host)
        default: nil
        }
    }

    private static func pause(_ document: JSONValue, _ said: (String) -> String) -> Pause? {
        guard let until = document["until"].double, let reason = document["reason"].string,
            let url = document["url"].string, let kind = document["kind"].string.flatMap(Pause.Kind.init(rawValue:))
        else { return nil }
        return Pause(
            until: Date(timeIntervalSinceReferenceDate: until), reason: said(reason), url: said(url), kind: kind,
            host: document["host"].string.map(said))
    }

    private static func hints(_ document: JSONValue) -> FeedHints? {
        guard !document.isNull else { return nil }
        var hints = FeedHints()
        hints.timeToLive = document["timeToLive"].nanoseconds
        hints.skipHours = Set((document["skipHours"].elements ?? []).compactMap(\.integer))
        hints.skipDays = Set((document["skipDays"].elements ?? []).compactMap(\.integer))
        hints.isExpired = document["isExpired"].isTrue
        return hints
    }
}

extension JSONValue {
    /// A string, empty ones too; `nil` for anything else.
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    fileprivate var double: Double? {
        if case .number(let digits) = self { Double(digits) } else { nil }
    }

    fileprivate var strings: [String] { (elements ?? []).compactMap(\.string) }

    /// A length of time in nanoseconds.
    fileprivate var nanoseconds: Duration? {
        if case .number(let digits) = self { Int64(digits).map(Duration.nanoseconds) } else { nil }
    }
}

extension Duration {
    /// Whole nanoseconds, which is all that clocks tell.
    var nanoseconds: Int {
        let (seconds, attoseconds) = components
        let (whole, overflows) = Int(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        return overflows ? (seconds < 0 ? .min : .max) : whole &+ Int(attoseconds / 1_000_000_000)
    }
}
