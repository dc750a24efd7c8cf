import Foundation

/// Tells what else is mounted within a folder.
package enum MountPoints {
    /// The paths at which something is mounted below a folder, files and folders alike; none where the system does not
    /// say. The folder is an absolute path without links.
    package static func below(_ folder: String) -> [String] {
        // The kernel makes the list up, so that it is no ordinary file. A system without one has none to look at.
        guard let list = try? FileHandle(forReadingAtPath: "/proc/self/mountinfo")?.readToEnd() else { return [] }
        return below(folder, in: String(decoding: list, as: UTF8.self))
    }

    /// The same out of the text of `/proc/self/mountinfo` (proc(5)).
    static func below(_ folder: String, in list: String) -> [String] {
        let inside = folder.hasSuffix("/") ? folder : folder + "/"
        let points = list.split(separator: "\n").compactMap { line -> String? in
            let fields = line.split(separator: " ", maxSplits: 5)
            guard fields.count > 4 else { return nil }
            let point = unescaped(fields[4])
            return point.hasPrefix(inside) ? point : nil
        }
        return Set(points).sorted()
    }

    /// Spaces, tabs, line breaks and backslashes stand as three octal digits.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = field.utf8
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
