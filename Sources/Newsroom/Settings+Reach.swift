import NewsModel
import Settings
import WebText

extension Settings {
    /// Where the addresses of a source's items may lead.
    func reach(of source: Source) -> HostReach {
        HostReach(ofSourceAt: source.provider.address, allowsPrivate: network.allowsPrivate)
    }
}
