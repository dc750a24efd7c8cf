/// A line of text, parts of which are coloured where a terminal shows that.
struct StyledText {
    private(set) var parts: [Part]

    struct Part {
        var text: String
        var style: Style?
    }

    /// What a colour stands for; it never says anything that words do not say too.
    enum Style: Sendable {
        case good, doubtful, bad, quiet

        /// Its parameter of SGR (ECMA-48 §8.3.117).
        var code: Int {
            switch self {
            case .good: 32
            case .doubtful: 33
            case .bad: 31
            case .quiet: 2
            }
        }
    }

    init(_ text: String, _ style: Style? = nil) {
        parts = [Part(text: text, style: style)]
    }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    /// The text with the terminal's codes; each part goes through `safe` first, so that no code is anybody else's.
    func rendered(inColour: Bool, _ safe: (String) -> String) -> String {
        parts.map { part in
            let text = safe(part.text)
            guard inColour, let style = part.style, !text.isEmpty else { return text }
            return "\u{1B}[\(style.code)m\(text)\u{1B}[0m"
        }.joined()
    }
}

/// A table that is no wider than a terminal: the last column, in which most is said, and the first give way in turns.
struct FittedTable {
    let heading: [String]
    var rows: [Row]

    struct Row {
        var cells: [String]
        /// Of the second column, which says how things stand.
        var style: StyledText.Style?
    }

    private static let gap = 2
    /// How wide the two are left: as long as it can be, and on a narrow terminal.
    private static let least = [(last: 40, first: 24), (last: 12, first: 8)]

    func lines(width: Int) -> [StyledText] {
        let widths = widths(within: width)
        let all = [Row(cells: heading, style: nil)] + rows
        return all.enumerated().map { index, row in line(row, widths, isHeading: index == 0) }
    }

    private func line(_ row: Row, _ widths: [Int], isHeading: Bool) -> StyledText {
        var line = StyledText("")
        for (column, cell) in row.cells.enumerated() {
            let text = DisplayWidth.fitted(cell, to: widths[column])
            let isLast = column == row.cells.count - 1
            let space = isLast ? 0 : widths[column] - DisplayWidth.columns(of: text) + Self.gap
            let style = isHeading ? StyledText.Style.quiet : column == 1 ? row.style : nil
            line = line + StyledText(text, style) + StyledText(String(repeating: " ", count: max(0, space)))
        }
        return line
    }

    private func widths(within width: Int) -> [Int] {
        let cells = [heading] + rows.map(\.cells)
        var widths = heading.indices.map { column in
            cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
        }
        guard width < Terminal.unlimited, let last = widths.indices.last, last > 0 else { return widths }
        func excess() -> Int { widths.reduce(0, +) + Self.gap * last - width }
        for least in Self.least {
            if excess() > 0 { widths[last] = max(min(widths[last], least.last), widths[last] - excess()) }
            if excess() > 0 { widths[0] = max(min(widths[0], least.first), widths[0] - excess()) }
        }
        return widths
    }
}
