import Foundation
import WebText

/// One `name=value` of a query, escaped in one way only.
struct NormalisedParameter: Sendable, Hashable, CustomStringConvertible {
    var name: String
    /// Empty where there is none.
    var value: String

    /// All parameters in the order of the query, each once, without empty ones.
    static func all(in query: Substring) -> [NormalisedParameter] {
        var found: [NormalisedParameter] = []
        for written in QueryParameter.all(in: query) {
            let parameter = NormalisedParameter(
                name: unescaped(PercentEncoding.normalised(written.name, plusIsSpace: true)),
                value: PercentEncoding.normalised(written.value, plusIsSpace: true)
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
