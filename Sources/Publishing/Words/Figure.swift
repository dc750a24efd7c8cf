/// Numbers as pages show them.
enum Figure {
    /// At most two digits behind the point: `1`, `0.5`, `12.75`.
    static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let hundredths = Int((abs(value) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : "." + (rest % 10 == 0 ? String(rest / 10) : CivilTime.two(rest))
        return (value < 0 && hundredths > 0 ? "−" : "") + String(whole) + digits
    }

    /// A time taken: `412 ms`, `3.2 s`.
    static func duration(milliseconds: Int) -> String {
        milliseconds < 1000 ? "\(milliseconds) ms" : text((Double(milliseconds) / 100).rounded() / 10) + " s"
    }
}
