import Foundation

/// One `name=value` of a query, escaped in one way only.
struct QueryParameter: Sendable, Hashable, CustomStringConvertible {
    var name: String
    /// Empty where there is none: `?id` and `?id=` mean the same to a server.
    var value: String

    /// All parameters in the order of the query, each once, without empty ones.
    static func all(in query: String) -> [QueryParameter] {
        var found: [QueryParameter] = []
        for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let parameter = QueryParameter(
                name: unescaped(Escapes.normalised(pair[..<equals], plusIsSpace: true)),
                value: Escapes.normalised(pair[equals...].dropFirst(), plusIsSpace: true)
            )
            if parameter.description.isEmpty || found.contains(parameter) { continue }
            found.append(parameter)
        }
        return found
    }

    /// Feeds that are escaped twice write `&amp;` where `&` was meant.
    private static func unescaped(_ name: String) -> String {
        name.hasPrefix("amp;") ? unescaped(String(name.dropFirst(4))) : name
    }

    /// The value with its escapes undone; `nil` where they are no UTF-8.
    var plainValue: String? { value.removingPercentEncoding }

    var description: String { value.isEmpty ? name : "\(name)=\(value)" }
}
