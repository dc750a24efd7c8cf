/// Columns aligned by width; figures to the right, words to the left.
struct TextTable {
    let heading: [String]
    let rows: [[String]]

    var text: String {
        let all = [heading] + rows
        let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let isFigure = heading.indices.map { column in
            !rows.isEmpty && rows.allSatisfy { $0[column].first.map { $0.isNumber || $0 == "–" } ?? true }
        }
        return all.map { row in
            let cells = heading.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return isFigure[column] ? space + row[column] : row[column] + space
            }
            return cells.joined(separator: "  ").trimmingEnd
        }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
