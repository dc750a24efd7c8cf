import ArgumentParser
import Curation
import Foundation
import WebText

/// Headlines in tab-separated columns.
struct HeadlineTable {
    private static let header = ["id", "published", "url", "source", "title", "summary"]
    private(set) var tellings: [Telling] = []
    /// What titles from a host may end with, by host.
    private var namesByHost: [String: [String]] = [:]

    /// - Throws: a `ValidationError` that names the line which cannot be read.
    init(contentsOf path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read; name a table of headlines.")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for (place, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
            let cells = Self.cells(line)
            if place == 0 {
                guard cells == Self.header else {
                    throw ValidationError(
                        "\(path):1: the header must be “\(Self.header.joined(separator: " "))”, tab-separated.")
                }
                continue
            }
            guard cells.count == Self.header.count else {
                throw ValidationError("\(path):\(place + 1): \(cells.count) columns, not \(Self.header.count).")
            }
            tellings.append(try telling(cells, where: "\(path):\(place + 1)"))
        }
        guard !text.isEmpty else { throw ValidationError("\(path) is empty; it must begin with a header.") }
    }

    private static func cells(_ line: Substring.UTF8View) -> [String] {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
    }

    private mutating func telling(_ cells: [String], where place: String) throws -> Telling {
        let published = cells[1].isEmpty ? nil : Self.date(cells[1])
        guard published != nil || cells[1].isEmpty else {
            throw ValidationError("\(place): “\(cells[1])” is no date such as 2026-03-12T05:00:00Z.")
        }
        let key = CanonicalURL.key(of: cells[2]) ?? cells[2]
        let host = CanonicalURL.host(ofKey: key)
        return Telling(
            id: cells[0], key: key, title: cells[4], summary: cells[5], published: published, source: cells[3],
            names: [cells[3]] + names(ofHost: host))
    }

    private mutating func names(ofHost host: String) -> [String] {
        if let names = namesByHost[host] { return names }
        let names = [host] + Telling.label(ofHost: host)
        namesByHost[host] = names
        return names
    }

    /// RFC 3339. Foundation's parser would take most of the time that a table of ten thousand lines may take, so the usual
    /// form, in UTC, is read without it.
    private static func date(_ text: String) -> Date? {
        RFC3339.date(text) ?? (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
