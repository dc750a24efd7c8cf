import WebText

/// Numbers as the pages of one language show them.
struct NumberFormat: Sendable, Hashable {
    private let digits: [Character]
    private let point: String
    private let group: String

    /// Below it no group is set apart: most languages write 4567 without, and all may.
    private static let leastGrouped = 10_000

    /// Reads `number.digits`, `number.point` and `number.group` of a strings file, `_` for a narrow space that does not
    /// break.
    init(_ entries: [String: String] = [:]) {
        let own = Array(entries["number.digits"] ?? "")
        digits = own.count == 10 ? own : Array("0123456789")
        point = entries["number.point"] ?? "."
        group = (entries["number.group"] ?? ",").replacing("_", with: "\u{202F}")
    }

    /// At most two digits behind the point: `1`, `0.5`, `12.75`.
    func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return plain(0) }
        let hundredths = Int((abs(value) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let behind = rest == 0 ? "" : rest % 10 == 0 ? String(rest / 10) : rest.padded(to: 2)
        let sign = value < 0 && hundredths > 0 ? "−" : ""
        return sign + self.whole(whole) + (behind.isEmpty ? "" : point + written(behind))
    }

    /// A count, its thousands set apart from 10,000 on.
    func whole(_ number: Int) -> String {
        guard number.magnitude >= Self.leastGrouped else { return plain(number) }
        let all = Array(String(number.magnitude))
        let groups = stride(from: all.count, to: 0, by: -3).map { end in String(all[max(0, end - 3)..<end]) }
        return (number < 0 ? "−" : "") + groups.reversed().map(written).joined(separator: group)
    }

    /// A number that names something: a year, a day.
    func plain(_ number: Int) -> String { written(String(number)) }

    /// ASCII digits of a text as the language writes them.
    func written(_ text: String) -> String {
        guard digits.first != "0" else { return text }
        return String(text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? $0 : $0 })
    }
}
