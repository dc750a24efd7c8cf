import Files
import Foundation
import Subscriptions

/// A list of feeds that somebody named: a file, or standard input.
struct ListFile {
    let name: String

    init(_ name: String) { self.name = name }

    /// - Throws: a ``CommandFailure`` in one sentence.
    func read(besides known: [String]) throws(CommandFailure) -> SubscriptionList {
        let bytes = try bytes()
        do throws(ListError) {
            return try SubscriptionReader.read(bytes, besides: known)
        } catch {
            throw CommandFailure(
                sentence: "\(name == "-" ? "Standard input" : name) \(error.description).", code: ExitCodes.usage)
        }
    }

    private func bytes() throws(CommandFailure) -> [UInt8] {
        let most = SubscriptionReader.mostBytes
        if name == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile().prefix(most)) }
        do throws(RegularFile.Failure) {
            return Array(try RegularFile.contents(of: name, mostBytes: most))
        } catch {
            throw CommandFailure(sentence: "\(name) \(error.words).", code: ExitCodes.usage)
        }
    }
}

extension RegularFile.Failure {
    /// Words that follow the name of the file.
    var words: String {
        switch self {
        case .missing: "does not exist"
        case .other(let kind): "is \(kind), not a file"
        case .unreadable: "can't be read; check its permissions"
        case .tooLarge: "is too large for a list of feeds"
        }
    }
}
