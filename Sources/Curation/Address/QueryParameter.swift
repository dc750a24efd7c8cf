import Foundation

/// One `name=value` of a query, escaped in one way only.
struct QueryParameter: Sendable, Hashable, CustomStringConvertible {
    var name: String
    /// Empty where there is none: `?id` and `?id=` mean the same to a server.
    var value: String

    /// All parameters in the order of the query, without empty ones.
    static func all(in query: String) -> [QueryParameter] {
        query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            return QueryParameter(
                name: Escapes.normalised(pair[..<equals], plusIsSpace: true),
                value: Escapes.normalised(pair[equals...].dropFirst(), plusIsSpace: true)
            )
        }
    }

    /// The value with its escapes undone; `nil` where they are no UTF-8.
    var plainValue: String? { value.removingPercentEncoding }

    var description: String { value.isEmpty ? name : "\(name)=\(value)" }
}
