import Foundation
import NewsModel
import WebText

/// Why a document of a published site can't be read back, in the rest of a sentence: "it holds no …".
package struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The members of an object in a document of ours.
struct DocumentFields {
    let value: JSONValue

    private init(_ value: JSONValue) {
        self.value = value
    }

    /// - Throws: ``DocumentError`` where the bytes are no object of JSON, or break off.
    init(json bytes: Data) throws(DocumentError) {
        let limits = JSONReader.Limits(maxValues: 20_000_000, maxElements: 1_000_000)
        guard let value = try? JSONReader.document(Array(bytes), limits: limits), case .object = value else {
            throw DocumentError("it is no whole JSON object")
        }
        self.value = value
    }

    subscript(name: String) -> DocumentFields { DocumentFields(value[name]) }

    /// The objects of an array; none where there is no array.
    func list(_ name: String) -> DocumentList { DocumentList(elements: (value[name].elements ?? []).map(Self.init)) }

    func optional(_ name: String) -> String? { value[name].text }

    func text(_ name: String) throws(DocumentError) -> String {
        guard let text = value[name].text else { throw DocumentError("it holds no “\(name)” where one belongs") }
        return text
    }

    func texts(_ name: String) -> [String] { (value[name].elements ?? []).compactMap(\.text) }

    func number(_ name: String) -> Int? { value[name].integer }

    func real(_ name: String) -> Double? { value[name].text.flatMap(Double.init) }

    func address(_ name: String) -> WebAddress? { value[name].text.flatMap { WebAddress($0) } }

    func optionalInstant(_ name: String) -> Date? { value[name].text.flatMap(RFC3339.date) }

    func instant(_ name: String) throws(DocumentError) -> Date {
        guard let instant = optionalInstant(name) else {
            throw DocumentError("it holds no time in “\(name)” where one belongs")
        }
        return instant
    }
}

/// The objects of an array in a document of ours.
struct DocumentList {
    let elements: [DocumentFields]

    func mapped<T>(_ transform: (DocumentFields) throws(DocumentError) -> T) throws(DocumentError) -> [T] {
        var result: [T] = []
        for element in elements { result.append(try transform(element)) }
        return result
    }
}
