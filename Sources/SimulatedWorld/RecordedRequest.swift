/// What a source was asked, so that a test can judge how politely.
package struct RecordedRequest: Sendable, Hashable {
    package var method: String
    /// Path and query, as they came.
    package var target: String
    /// In the order in which they came.
    package var headers: [Header]

    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The first header of that name, in whatever case; `nil` where there is none.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
