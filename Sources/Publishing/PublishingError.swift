internal import Foundation

/// Why a site could not be written or read, in one sentence for a person.
package struct PublishingError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    package var errorDescription: String? { description }
}
