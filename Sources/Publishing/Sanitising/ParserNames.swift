import WebText

/// The names under which elements are handed to libxml2. It knows the rules of HTML 4, by which a paragraph ends an emphasis
/// that it begins in, and a table a link; under a name that it does not know such an element stays open, as in browsers.
struct ParserNames {
    /// For each name of which such an element is open, whether each of those that are is one, the outermost first.
    private var open: [String: [Bool]] = [:]

    /// The name for a start tag, behind which `rest` follows.
    mutating func startName(_ name: String, before rest: ArraySlice<UInt8>) -> String {
        guard let blocks = Self.ending[name] else { return name }
        let isAround = Self.begins(rest, withOneOf: blocks)
        if isAround || open[name] != nil { open[name, default: []].append(isAround) }
        return isAround ? Self.mark + name : name
    }

    /// The name for an end tag.
    mutating func endName(_ name: String) -> String {
        guard !open.isEmpty, let isAround = open[name]?.popLast() else { return name }
        if open[name]?.isEmpty == true { open[name] = nil }
        return isAround ? Self.mark + name : name
    }

    /// The name that an element has in the source.
    static func original(_ name: String) -> String {
        name.hasPrefix(mark) ? String(name.dropFirst(mark.count)) : name
    }

    private static let mark = "around-"

    /// The blocks that would end each element.
    private static let ending: [String: [StaticString]] = [
        "a": ["table"], "b": ["p"], "big": ["p"], "i": ["p"], "s": ["p"], "strike": ["p"], "tt": ["p"], "u": ["p"],
    ]

    private static func begins(_ rest: ArraySlice<UInt8>, withOneOf blocks: [StaticString]) -> Bool {
        rest.withUnsafeBufferPointer { bytes in
            let bytes = bytes.withoutLeadingBlanks
            guard let name = TagReader(bytes).name(at: 0), !name.isEnd, bytes[0] == ASCII.lessThan else { return false }
            return blocks.contains { bytes.part(name.place).isWord($0) }
        }
    }
}
