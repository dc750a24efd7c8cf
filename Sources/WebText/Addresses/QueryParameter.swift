/// One `name=value` of a query, as it is written.
package struct QueryParameter: Sendable, Hashable {
    /// The whole of it.
    package let text: Substring
    package let name: Substring
    /// Empty where there is none: `?id` and `?id=` mean the same to a server.
    package let value: Substring

    /// Reads what stands between two separators.
    package init(_ text: Substring) {
        let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
        self.text = text
        name = text[..<equals]
        value = equals < text.endIndex ? text[text.utf8.index(after: equals)...] : ""
    }

    /// All parameters of a query without its question mark, in order, each as it is written, empty ones left out. A
    /// semicolon separates them to some servers (HTML 4.01 appendix B.2.2), and is part of a value to others.
    package static func all(in query: Substring, separators: String = "&") -> [QueryParameter] {
        query.utf8.split { separators.utf8.contains($0) }.map { QueryParameter(Substring($0)) }
    }
}
