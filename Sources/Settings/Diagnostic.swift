/// One mistake of a configuration file: where it stands, what is wrong and what to do about it.
package struct Diagnostic: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file as the user named it.
    package var file: String
    /// Counts from 1; 0 where the mistake is about the file as a whole.
    package var line: Int
    /// Counts from 1, in Unicode scalars; 0 where the mistake is about the file as a whole.
    package var column: Int
    /// One sentence without a full stop; no secret ever stands in it.
    package var message: String

    package init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// The form that editors and terminals know how to follow: `broadsheet.yml:12:5: unknown key …`.
    package var description: String {
        line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
    }

    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
    }
}

/// A configuration that cannot be used, with every mistake in it.
package struct InvalidSettings: Error, Sendable, Hashable, CustomStringConvertible {
    /// In the order of the file; never empty.
    package var diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) {
        precondition(!diagnostics.isEmpty, "settings are invalid for a reason")
        self.diagnostics = diagnostics
    }

    package var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
