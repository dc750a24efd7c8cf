import Foundation

/// Large numbers as they are told: one paper counts 1,947 and another says 1,900 or 2,000.
enum RoughNumbers {
    /// Whether one of two numbers may be the other, rounded: it has fewer digits that say something, and is near. No year
    /// is.
    static func mayBeOne(_ one: Double, _ other: Double) -> Bool {
        let larger = max(abs(one), abs(other))
        guard larger >= 100, abs(one - other) <= larger / 20, !isYear(one), !isYear(other) else { return false }
        return one == other || significantDigits(one) != significantDigits(other)
    }

    private static func isYear(_ number: Double) -> Bool {
        (1900...2100).contains(number) && number == number.rounded()
    }

    /// How many digits a number has without the noughts at its end.
    private static func significantDigits(_ number: Double) -> Int {
        var rest = abs(number)
        guard rest == rest.rounded(), rest < 1e15 else { return .max }
        while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 { rest /= 10 }
        return String(Int(rest)).utf8.count
    }
}
