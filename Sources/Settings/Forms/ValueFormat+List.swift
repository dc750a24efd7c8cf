import Foundation
import NewsModel
import Subscriptions

/// Where a list of feeds is.
enum ListPlace: Sendable, Hashable {
    /// As an absolute path.
    case file(String)
    case url(String)
}

extension ValueFormat where Value == ListPlace {
    /// The path of a file, or an `http` or `https` address.
    static var listPlace: ValueFormat {
        let path = ValueFormat<String>.path("a file or an address such as subscriptions.opml")
        let address = ValueFormat<Address>.address("https://example.org/list.opml")
        return ValueFormat(expects: path.expects, schema: path.schema) { node, name, reader in
            if case .text(let text) = node.content, text.contains("://") {
                return address.read(node, name, &reader).map { .url($0.text) }
            }
            return path.read(node, name, &reader).map { .file($0) }
        }
    }
}

extension ConfigurationReader {
    /// The feeds of a list, or of the copy that the state has of it: none, where there is no copy yet.
    mutating func subscriptions(in place: ListPlace, at position: FilePosition) -> [Subscription] {
        let path: String
        switch place {
        case .file(let file): path = file
        case .url(let url):
            path = copyOfList(url)
            let bytes = listBytes[url]
            if !lists.contains(where: { $0.url == url }) { addList(RemoteList(url: url, file: path, bytes: bytes)) }
            if let bytes { return subscriptions(listedIn: bytes, at: position) }
            guard FileManager.default.fileExists(atPath: path) else { return [] }
        }
        switch readBytes(at: path, mostBytes: SubscriptionReader.mostBytes) {
        case .failure(let failure):
            report("the list \(failure.words); correct `opml`", at: position)
            return []
        case .success(let data): return subscriptions(listedIn: Array(data), at: position)
        }
    }

    private mutating func subscriptions(listedIn bytes: [UInt8], at position: FilePosition) -> [Subscription] {
        do throws(ListError) {
            return try SubscriptionReader.read(bytes).subscriptions
        } catch {
            report("the list \(error.description)", at: position)
            return []
        }
    }

    /// Where the copy of a list is, beside the state.
    private func copyOfList(_ url: String) -> String {
        let folder = (stateFile as NSString).deletingLastPathComponent
        return "\(folder)/lists/\(SourceNaming.fingerprint(url)).opml"
    }
}
