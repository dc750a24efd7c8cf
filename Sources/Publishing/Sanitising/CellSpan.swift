/// How many columns and rows a cell takes.
enum CellSpan {
    /// Browsers make room for what is said: nobody's table is wider.
    static let most = 100

    /// The attributes of a cell in a section that has so many rows from the cell's on.
    static func attributes(from given: [String: String], rowsLeft: Int) -> [Fragment.Attribute] {
        let columns = min(number(given["colspan"]) ?? 1, most)
        // 0 reaches to the end of the section.
        let rows = number(given["rowspan"]).map { $0 == 0 ? rowsLeft : min($0, rowsLeft, most) } ?? 1
        return [("colspan", columns), ("rowspan", min(rows, most))].compactMap { name, count in
            count > 1 ? Fragment.Attribute(name: name, value: String(count)) : nil
        }
    }

    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }.prefix(6)) }
    }
}
