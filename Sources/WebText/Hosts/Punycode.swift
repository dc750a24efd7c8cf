/// The encoder of RFC 3492, which writes a label of any script in ASCII.
enum Punycode {
    private static let base = 36
    private static let smallest = 1
    private static let largest = 26
    private static let skew = 38
    private static let damp = 700

    /// The label without its `xn--`; `nil` for a label that would overflow, which no real one does.
    static func encoded(_ label: some Collection<Unicode.Scalar>) -> String? {
        let points = label.map { Int($0.value) }
        let basic = points.filter { $0 < 0x80 }
        var output = String.UnicodeScalarView(basic.compactMap { Unicode.Scalar(UInt32($0)) })
        if !basic.isEmpty { output.append("-") }
        var (next, delta, bias, handled) = (0x80, 0, 72, basic.count)
        while handled < points.count {
            guard let smallestLeft = points.lazy.filter({ $0 >= next }).min() else { return nil }
            let (step, overflows) = (smallestLeft - next).multipliedReportingOverflow(by: handled + 1)
            guard !overflows, step < Int.max - delta else { return nil }
            delta += step
            next = smallestLeft
            for point in points {
                if point < next { delta += 1 }
                guard point == next else { continue }
                write(delta, bias: bias, to: &output)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic.count)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(output)
    }

    /// RFC 3492 §6.3: a number in generalised variable-length digits.
    private static func write(_ delta: Int, bias: Int, to output: inout String.UnicodeScalarView) {
        var rest = delta
        var position = base
        while true {
            let threshold = min(max(position - bias, smallest), largest)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    /// RFC 3492 §6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var rounds = 0
        while delta > (base - smallest) * largest / 2 {
            delta /= base - smallest
            rounds += base
        }
        return rounds + (base - smallest + 1) * delta / (delta + skew)
    }

    private static func digit(_ value: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 26 ? value + 97 : value - 26 + 48))
    }
}
