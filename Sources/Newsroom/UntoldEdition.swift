import Files
import Foundation
import NewsModel

/// The note, beside the state, of an edition that is being published and that nobody was told of yet.
///
/// A run that is killed when the site is new and the state does not know of it has told nobody, and the next one takes
/// the edition over from the site. By this note it knows that those who want to hear of editions have not heard of it.
struct UntoldEdition {
    private let file: URL

    /// - Parameter state: the path of the state.
    init(state: String) {
        file = URL(filePath: state + ".untold")
    }

    /// Notes an edition before the site is new. Where that can't be done, a kill costs a message and nothing else.
    func note(_ edition: Edition) {
        try? Data(Self.mark(of: edition).utf8).write(to: file)
    }

    /// Takes the note away, if there is one.
    func forget() {
        unlink(file.path)
    }

    /// What a site remembers, with the noted edition, if it is there, as one that nobody was told of.
    func marked(_ memory: PublishedMemory) -> PublishedMemory {
        guard !memory.editions.isEmpty, let noted = try? RegularFile.contents(of: file.path) else { return memory }
        var memory = memory
        for index in memory.editions.indices where Data(Self.mark(of: memory.editions[index]).utf8) == noted {
            memory.editions[index].isAnnounced = false
        }
        return memory
    }

    private static func mark(of edition: Edition) -> String {
        "\(edition.date) \(Int(edition.generated.timeIntervalSince1970))\n"
    }
}
