import Records

extension Entity {
    /// The name as an edition tells it: of a state's organ with its country, as the article calls that ("Defense Ministry, Russia").
    /// Linear in the article's entities.
    func told(among entities: [Entity]) -> String {
        guard type == .organization, let country else { return name }
        let state =
            entities.first { $0.type == .place && $0.placeKind == "country" && $0.country == country }?.name ?? country
        return name.lowercased().contains(state.lowercased()) ? name : "\(name), \(state)"
    }
}
