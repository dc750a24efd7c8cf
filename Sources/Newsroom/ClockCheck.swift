import Foundation
import NewsModel

/// Compares the machine's clock with those of the servers that answered (RFC 9110 §6.6.1, `Date`).
struct ClockCheck {
    /// Fewer hosts than this prove nothing.
    private static let fewestHosts = 3
    /// A contradiction: a time zone that is wrong is less.
    private static let mostError: TimeInterval = 12 * 3600

    /// How far each host's clock is ahead, in seconds.
    private var ahead: [String: TimeInterval] = [:]

    mutating func add(_ reading: ClockReading?) {
        guard let reading else { return }
        ahead[reading.host] = reading.ahead
    }

    /// - Throws: ``RunFailure`` where the median of the hosts is more than half a day away.
    func check() throws(RunFailure) {
        guard ahead.count >= Self.fewestHosts else { return }
        let sorted = ahead.values.sorted()
        let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        guard abs(median) > Self.mostError else { return }
        throw .clockIsWrong(hours: Int((median / 3600).rounded()), hosts: ahead.count)
    }
}
