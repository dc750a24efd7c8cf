import Foundation

/// Numbers as explanations write them.
enum Figures {
    /// At most two decimals, without zeros at the end.
    static func plain(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "−" : ""
        guard rest != 0 else { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(decimals)"
    }

    /// “40 min” below two hours, “7.5 h” above.
    static func hours(_ seconds: Double) -> String {
        let minutes = Int((seconds / 60).rounded())
        return minutes < 120 ? "\(minutes) min" : "\(plain((seconds / 360).rounded() / 10)) h"
    }
}
