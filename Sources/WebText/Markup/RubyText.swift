/// The state of a pass over ruby annotations (WHATWG HTML §4.5.10), whose end tags may be missing.
struct RubyText {
    private var isInReading = false

    /// What stands in the place of a tag, and whether the text behind it, up to the next tag, is left out.
    mutating func read(_ tag: Tag) -> (text: [UInt8], isHidden: Bool) {
        switch tag.name {
        case "rt", "rtc":
            let closed = end()
            guard !tag.isEnd else { return (closed, false) }
            isInReading = true
            return (closed + [UInt8(ascii: "(")], false)
        case "rp": return (end(), !tag.isEnd)
        case "rb", "ruby": return (end(), false)
        default: return ([], false)
        }
    }

    private mutating func end() -> [UInt8] {
        defer { isInReading = false }
        return isInReading ? [UInt8(ascii: ")")] : []
    }
}
