package import Foundation

/// What an entry of the feeds says, as a hash, and since when it has said so: a later run tells by it whether the entry
/// has changed.
package struct EntryMark: Sendable, Hashable {
    /// That of its title and its content.
    package var hash: String
    /// The entry's `updated`.
    package var updated: Date

    package init(hash: String, updated: Date) {
        self.hash = hash
        self.updated = updated
    }
}
