package import Foundation

/// What the clocks of a time zone are called: `GMT` and `BST` in `Europe/London`.
///
/// The abbreviations are those of the system's time zone database (RFC 9636), by the rule for the present that ends the
/// zone's file. A zone that has none, such as `Asia/Kathmandu`, is called by its distance from UTC.
package struct ZoneNames: Sendable, Hashable {
    private let byOffset: [Int: String]

    package init(of zone: TimeZone) {
        // What Foundation calls GMT is the zone UTC of the configuration.
        byOffset = zone.identifier == "GMT" ? [0: "UTC"] : Self.rule(of: zone.identifier).map(Self.names(in:)) ?? [:]
    }

    /// What a clock is called that is so many seconds east of Greenwich: `BST`, `UTC+5:45`.
    package func name(atOffset seconds: Int) -> String { byOffset[seconds] ?? Self.distance(seconds) }

    private static func distance(_ seconds: Int) -> String {
        guard seconds != 0 else { return "UTC" }
        let minutes = abs(seconds) / 60 % 60
        return "UTC\(seconds < 0 ? "−" : "+")\(abs(seconds) / 3600)" + (minutes == 0 ? "" : ":\(minutes.padded(to: 2))")
    }

    private static let folder = "/usr/share/zoneinfo/"

    /// The last line of the file of a zone: `GMT0BST,M3.5.0/1,M10.5.0`; `nil` where the system has no such file.
    private static func rule(of identifier: String) -> String? {
        guard !identifier.contains("..") else { return nil }
        // Without the file a clock is called by its distance.
        guard let data = try? Data(contentsOf: URL(filePath: folder + identifier)), data.last == ASCII.lineFeed
        else { return nil }
        return data.dropLast().split(separator: ASCII.lineFeed).last.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names of a rule as POSIX writes it: standard time, then summer time where there is one, each with how far it is
    /// *west*; summer time is an hour ahead unless it says otherwise. `<+03>-3` names nothing.
    private static func names(in rule: String) -> [Int: String] {
        let pattern =
            #/^(?<standard>[A-Za-z]+|<[^>]*>)(?<west>[-+]?[\d:]+)(?<summer>[A-Za-z]+|<[^>]*>)?(?<its>[-+]?[\d:]+)?/#
        guard let match = rule.firstMatch(of: pattern), let west = seconds(match.west) else { return [:] }
        var names: [Int: String] = [:]
        if isName(match.standard) { names[-west] = String(match.standard) }
        if let summer = match.summer, isName(summer) {
            names[match.its.flatMap(seconds).map { -$0 } ?? 3600 - west] = String(summer)
        }
        return names
    }

    private static func isName(_ text: Substring) -> Bool { text.first != "<" }

    /// `-5:45` in seconds.
    private static func seconds(_ text: Substring) -> Int? {
        let isNegative = text.first == "-"
        let parts = text.drop { "+-".contains($0) }.split(separator: ":").map { Int($0) }
        guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
        let sum = zip(parts, [3600, 60, 1]).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
        return isNegative ? -sum : sum
    }
}
