import NewsModel
import PublicSuffix
import Settings

extension Settings {
    /// Where the addresses of a source's items may lead.
    func reach(of source: Source) -> HostReach {
        HostReach(ofSourceAt: source.provider.address, allowsPrivate: network.allowsPrivate)
    }
}
