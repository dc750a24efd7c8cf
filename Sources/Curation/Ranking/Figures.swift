import Foundation

/// Numbers as explanations write them.
package enum Figures {
    /// At most two decimals, without zeros at the end.
    package static func plain(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "−" : ""
        guard rest != 0 else { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(decimals)"
    }

    /// A number as it was read, whole ones without a point.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    /// At most two decimals, or as many as show the first two digits of a small value.
    package static func significant(_ value: Double) -> String {
        guard value > 0, value < 0.1 else { return plain(value) }
        let digits = Int(-log10(value).rounded(.down)) + 1
        return digits > 9 ? "0" : String(format: "%.\(digits)f", value)
    }

    /// “40 min” below two hours, “7.5 h” above.
    package static func hours(_ seconds: Double) -> String {
        let minutes = Int((seconds / 60).rounded())
        return minutes < 120 ? "\(minutes) min" : "\(plain((seconds / 360).rounded() / 10)) h"
    }
}
