/// A value that may be used but never shown: every way of printing it gives a row of dots.
///
/// Whoever needs the value asks for it by name, with ``reveal()``.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String
    /// Where a text is searched for it.
    package let reach: Reach

    /// Where a value counts as secret.
    package enum Reach: Sendable, Hashable {
        /// In every text.
        case everywhere
        /// In every text, but only the whole of it: whoever can choose a secret can make half of it what others say.
        case wholly
        /// Behind a sign that a value follows, as in `key=value`: elsewhere it is a word like others.
        case values
        /// In the addresses of sources alone, of which then no more than the host is published.
        case addressesOfSources
    }

    package init(_ value: String, reach: Reach = .everywhere) {
        self.value = value
        self.reach = reach
    }

    /// The value itself, for the one place that sends or signs with it.
    package func reveal() -> String { value }

    package var description: String { "•••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
