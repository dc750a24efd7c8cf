internal import Foundation

/// A template that cannot be used, in one sentence with its place.
package struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// The file's name as the user would write it.
    package var file: String
    /// From 1; `nil` where the file as a whole is meant.
    package var line: Int?
    package var message: String

    package init(file: String, line: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
    package var errorDescription: String? { description }
}
