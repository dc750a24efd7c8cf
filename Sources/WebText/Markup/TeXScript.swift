/// The formulas that MathJax 2 takes out of scripts of a type of its own: `<script type="math/tex; mode=display">`.
package enum TeXScript {
    /// The formula between the marks of TeX that tell it from words, `\(x\)` or `\[x\]`; `nil` for another script.
    package static func text(type: String, content: Bytes) -> String? {
        let type = type.lowercased().filter { !$0.isWhitespace }
        guard type == "math/tex" || type.hasPrefix("math/tex;") else { return nil }
        let formula = uncommented(content.trimmed).string
        guard !formula.isEmpty else { return nil }
        return type.contains("mode=display") ? "\\[\(formula)\\]" : "\\(\(formula)\\)"
    }

    /// Without the marks of a CDATA section, which stand in comments of TeX.
    private static func uncommented(_ content: Bytes) -> Bytes {
        guard content.first == percent, content.count > 1 else { return content }
        var start = 1
        while start < content.count, content[start] == ASCII.space { start += 1 }
        if content.starts(withBytesOf: "<![CDATA[", at: start) { start += 9 }
        var end = content.count
        if end - start >= 3, content.starts(withBytesOf: "]]>", at: end - 3) { end -= 3 }
        if end > start, content[end - 1] == percent { end -= 1 }
        return content.part(start..<end).trimmed
    }

    private static let percent = UInt8(ascii: "%")
}
