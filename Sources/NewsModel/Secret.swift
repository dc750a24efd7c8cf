/// A value that may be used but never shown: every way of printing it gives a row of dots.
///
/// Whoever needs the value asks for it by name, with ``reveal()``.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    package init(_ value: String) {
        self.value = value
    }

    /// The value itself, for the one place that sends or signs with it.
    package func reveal() -> String { value }

    package var description: String { "•••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
