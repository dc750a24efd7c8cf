import Foundation
import NewsModel
import WebText

extension ValueFormat where Value == Bool {
    static var flag: ValueFormat {
        scalar("true or false", schema: .object(["type": .string("boolean")])) { text, _ throws(InvalidValue) in
            switch text.value {
            case "true", "True", "TRUE": return true
            case "false", "False", "FALSE": return false
            case "yes", "Yes", "YES", "on", "On", "ON", "1": throw InvalidValue("write `true`")
            case "no", "No", "NO", "off", "Off", "OFF", "0": throw InvalidValue("write `false`")
            default: throw InvalidValue()
            }
        }
    }
}

extension ValueFormat where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of three cases: `true`, `false`, and one more word.
    static func flagOrWord(_ word: Value) -> ValueFormat {
        let schema: JSONValue = ["enum": .array([.bool(false), .bool(true), .string(word.rawValue)])]
        return scalar("true, false or \(word.rawValue)", schema: schema) { text, _ throws(InvalidValue) in
            if let value = Value(rawValue: text.value) { return value }
            let flag: String?
            switch text.value.lowercased() {
            case "true", "false": flag = text.value.lowercased()
            case "yes", "on", "1": throw InvalidValue("write `true`")
            case "no", "off", "0": throw InvalidValue("write `false`")
            default: flag = nil
            }
            guard let value = flag.flatMap(Value.init) else { throw InvalidValue() }
            return value
        }
    }
}

extension ValueFormat where Value == Int {
    static func count(_ range: ClosedRange<Int>) -> ValueFormat {
        let schema: JSONValue = [
            "type": .string("integer"), "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
        ]
        let expects = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return scalar(expects, schema: schema) { text, _ throws(InvalidValue) in
            guard let count = Int(text.value), range.contains(count) else { throw InvalidValue() }
            return count
        }
    }

    /// Bytes, written `512KB` or `16MB`; a KB is 1024 bytes.
    static func size(_ range: ClosedRange<Int>, example: String) -> ValueFormat {
        let schema = JSONValue.pattern("^[0-9]+(\\.[0-9]+)?(B|KB|MB|GB)$")
        return scalar("a size such as \(example)", schema: schema) { text, _ throws(InvalidValue) in
            guard let (number, unit) = splitQuantity(text.value) else { throw InvalidValue() }
            guard let bytes = ["B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30][unit.uppercased()] else {
                throw InvalidValue(
                    unit.isEmpty ? "the unit is missing: B, KB, MB or GB" : "the units are B, KB, MB and GB")
            }
            let size = number * Double(bytes)
            guard size >= Double(range.lowerBound), size <= Double(range.upperBound) else {
                throw InvalidValue("the least is \(range.lowerBound >> 10)KB and the most \(range.upperBound >> 20)MB")
            }
            return Int(size)
        }
    }
}

extension ValueFormat where Value == Double {
    static func number(_ range: ClosedRange<Double>) -> ValueFormat {
        let (least, most) = (range.lowerBound, range.upperBound)
        let schema: JSONValue = [
            "type": .string("number"), "minimum": .number(least), "maximum": .number(most),
        ]
        let expects = "a number from \(Int(least)) to \(Int(most)), such as 1.2"
        return scalar(expects, schema: schema) { text, _ throws(InvalidValue) in
            guard let number = plainNumber(text.value), range.contains(number) else { throw InvalidValue() }
            return number
        }
    }

    /// A share, written `50%`; its value is 0…1.
    static var percentage: ValueFormat {
        scalar("a percentage from 0% to 100%", schema: .pattern("^[0-9]+(\\.[0-9]+)?%$")) {
            text, _ throws(InvalidValue) in
            guard let (number, unit) = splitQuantity(text.value), unit == "%" || unit.isEmpty else {
                throw InvalidValue()
            }
            guard unit == "%" else { throw InvalidValue("the `%` is missing") }
            guard number <= 100 else { throw InvalidValue() }
            return number / 100
        }
    }
}

extension ValueFormat where Value == Duration {
    /// A time, written `500ms`, `90s`, `10m`, `18h` or `7d`.
    static func duration(_ range: ClosedRange<Duration>, example: String) -> ValueFormat {
        scalar("a duration such as \(example)", schema: .pattern(durationPattern)) { text, _ throws(InvalidValue) in
            try parseDuration(text.value, range)
        }
    }
}

extension ValueFormat where Value == Duration? {
    /// A time, or a word that stands for none.
    static func duration(_ range: ClosedRange<Duration>, example: String, or word: String) -> ValueFormat {
        let schema = JSONValue.pattern("^\(word)$|\(durationPattern)")
        let expects = "`\(word)`, or a duration such as \(example)"
        return scalar(expects, schema: schema) { text, _ throws(InvalidValue) in
            text.value == word ? nil : try parseDuration(text.value, range)
        }
    }
}

extension ValueFormat where Value == FetchPolicy.RateLimit {
    /// Requests in a time, written `1/s`, `30/m` or `500/d`.
    static var rate: ValueFormat {
        let units = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        return scalar("a rate such as 1/s, 30/m or 500/d", schema: .pattern("^[1-9][0-9]*/[smhd]$")) {
            text, _ throws(InvalidValue) in
            let parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let seconds = units[String(parts[1])] else {
                throw InvalidValue("it is requests, `/`, and one of s, m, h and d")
            }
            guard let requests = Int(parts[0]), (1...1_000_000).contains(requests) else {
                throw InvalidValue(
                    "the requests are a whole number from 1; for fewer, take a longer time, such as 30/m")
            }
            return FetchPolicy.RateLimit(requests: requests, per: .seconds(seconds))
        }
    }
}

private let durationPattern = "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$"

func parseDuration(_ text: String, _ range: ClosedRange<Duration>) throws(InvalidValue) -> Duration {
    guard let (number, unit) = splitQuantity(text) else { throw InvalidValue() }
    let milliseconds = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000.0]
    guard let each = milliseconds[unit] else {
        throw InvalidValue(unit.isEmpty ? "the unit is missing: ms, s, m, h or d" : "the units are ms, s, m, h and d")
    }
    let whole = number * each
    // Far past every range, and still exact: no number of the user's can overflow.
    let duration = Duration.milliseconds(Int64(min(whole, 1e15).rounded()))
    guard range.contains(duration) else {
        throw InvalidValue("the least is \(spelled(range.lowerBound)) and the most \(spelled(range.upperBound))")
    }
    return duration
}

/// A duration as the configuration writes it, in the largest unit that leaves no rest.
func spelled(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    for (unit, each) in [("d", Int64(86_400_000)), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
    where milliseconds % each == 0 && milliseconds > 0 {
        return "\(milliseconds / each)\(unit)"
    }
    return "\(milliseconds)ms"
}

/// `1.5h` → 1.5 and `h`; `nil` where it does not begin with a plain number.
private func splitQuantity(_ text: String) -> (Double, String)? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = plainNumber(String(number)), value >= 0 else { return nil }
    return (value, String(text[number.endIndex...]))
}

/// A decimal number; unlike `Double(_:)` it knows no `nan`, `inf` or hexadecimal digits.
private func plainNumber(_ text: String) -> Double? {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy {
        (1...12).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) }
    }
    return areDigits && parts.count <= 2 ? Double(text) : nil
}
