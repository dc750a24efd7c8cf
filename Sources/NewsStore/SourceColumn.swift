import Foundation
import NewsModel

/// A column of what is remembered of a source, in the order in which they are written and read.
enum SourceColumn: Int, CaseIterable {
    case firstRun, listed, firstAnswered, lastSuccess, failures, failedOn, items, title, site, hosts, bodyHash, lastBody
    case etag, lastModified, validatedURL, hasFalseValidators
    case pausedUntil, pauseReason, pauseURL, pauseKind, pauseHost
    case movedTo, movedSeen
    case timeToLive, skipHours, skipDays, isExpired, lastTurn
}

/// A row of `source`.
struct SourceRecord {
    let number: Int64
    let id: SourceID
    /// The run of its first answer.
    var firstRun: Int64?
    /// When items of it were last recorded.
    var listed: Date?
    var memory = SourceMemory()

    /// Gives a statement the value of one column.
    func bind(_ column: SourceColumn, to binder: inout Binder) {
        switch column {
        case .firstRun: binder.add(firstRun)
        case .listed: binder.add(listed?.milliseconds)
        case .firstAnswered: binder.add(memory.firstAnswered?.milliseconds)
        case .lastSuccess: binder.add(memory.lastSuccess?.milliseconds)
        case .failures: binder.add(Int64(memory.consecutiveFailures))
        case .failedOn: binder.add(memory.failedOn?.number)
        case .items: binder.add(Int64(memory.lastItems))
        case .title: binder.add(memory.title)
        case .site: binder.add(memory.site)
        case .hosts: binder.add(TextList.joined(memory.hosts.map { "\($0.value) \($0.key)" }.sorted()))
        case .bodyHash: binder.add(memory.bodyHash)
        case .lastBody: binder.add(memory.lastBody?.milliseconds)
        case .etag: binder.add(memory.validators?.etag)
        case .lastModified: binder.add(memory.validators?.lastModified)
        case .validatedURL: binder.add(memory.validators?.url)
        case .hasFalseValidators: binder.add(Int64(memory.hasFalseValidators ? 1 : 0))
        case .pausedUntil: binder.add(memory.pause?.until.milliseconds)
        case .pauseReason: binder.add(memory.pause?.reason)
        case .pauseURL: binder.add(memory.pause?.url)
        case .pauseKind: binder.add(memory.pause?.kind.rawValue)
        case .pauseHost: binder.add(memory.pause?.host)
        case .movedTo: binder.add(memory.permanentRedirect?.url)
        case .movedSeen: binder.add(memory.permanentRedirect.map { Int64($0.timesSeen) })
        case .timeToLive: binder.add(memory.hints.timeToLive.map { Int64($0.milliseconds) })
        case .skipHours: binder.add(BitSet.number(memory.hints.skipHours))
        case .skipDays: binder.add(BitSet.number(memory.hints.skipDays))
        case .isExpired: binder.add(Int64(memory.hints.isExpired ? 1 : 0))
        case .lastTurn: binder.add(memory.lastTurn?.milliseconds)
        }
    }
}

extension SourceRecord {
    /// The record of a row that begins with ``SourceColumn``s.
    init(_ row: StoredRow, number: Int64, id: SourceID) throws {
        func instant(_ column: SourceColumn) throws -> Date? { try row.optionalInstant(column.rawValue) }
        func text(_ column: SourceColumn) throws -> String? { try row.optionalText(column.rawValue) }
        func count(_ column: SourceColumn) throws -> Int? { try row.optionalInteger(column.rawValue).map(Int.init) }
        self.number = number
        self.id = id
        firstRun = try row.optionalInteger(SourceColumn.firstRun.rawValue)
        listed = try instant(.listed)
        memory.firstAnswered = try instant(.firstAnswered)
        memory.lastSuccess = try instant(.lastSuccess)
        memory.consecutiveFailures = try count(.failures) ?? 0
        memory.failedOn = try row.optionalInteger(SourceColumn.failedOn.rawValue).flatMap(EditionDate.init(number:))
        memory.lastItems = try count(.items) ?? 0
        memory.title = try text(.title)
        memory.site = try text(.site)
        memory.hosts = Self.hosts(try text(.hosts))
        memory.bodyHash = try text(.bodyHash)
        memory.lastBody = try instant(.lastBody)
        memory.hasFalseValidators = try count(.hasFalseValidators) == 1
        memory.lastTurn = try instant(.lastTurn)
        if let url = try text(.validatedURL) {
            memory.validators = Validators(etag: try text(.etag), lastModified: try text(.lastModified), url: url)
        }
        if let until = try instant(.pausedUntil), let kind = try text(.pauseKind).flatMap(Pause.Kind.init(rawValue:)) {
            memory.pause = Pause(
                until: until, reason: try text(.pauseReason) ?? "", url: try text(.pauseURL) ?? "", kind: kind,
                host: try text(.pauseHost))
        }
        if let url = try text(.movedTo) {
            memory.permanentRedirect = PermanentRedirect(url: url, timesSeen: try count(.movedSeen) ?? 0)
        }
        memory.hints.timeToLive = try count(.timeToLive).map { .milliseconds($0) }
        memory.hints.skipHours = BitSet.members(try row.integer(SourceColumn.skipHours.rawValue))
        memory.hints.skipDays = BitSet.members(try row.integer(SourceColumn.skipDays.rawValue))
        memory.hints.isExpired = try count(.isExpired) == 1
    }

    /// "12 example.org" for each host.
    private static func hosts(_ column: String?) -> [String: Int] {
        let hosts = TextList.texts(column).map { text in
            let space = text.firstIndex(of: " ") ?? text.startIndex
            return (String(text[space...].dropFirst()), Int(text[..<space]) ?? 0)
        }
        return Dictionary(hosts) { first, _ in first }
    }
}

/// A set of small numbers as the bits of one.
private enum BitSet {
    static func number(_ members: Set<Int>) -> Int64 {
        members.filter { 0..<63 ~= $0 }.reduce(0) { $0 | 1 << Int64($1) }
    }

    static func members(_ number: Int64) -> Set<Int> {
        guard number != 0 else { return [] }
        return Set((0..<63).filter { number >> Int64($0) & 1 == 1 })
    }
}
