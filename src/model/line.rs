//! The care lines that the formula of the calculation names.

/// A kind of care with its own cost, on which measures can work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Basic mental health care.
    Bggz,
    /// Specialist mental health care.
    Sggz,
    /// Other care without residence.
    Ambulant,
    /// Care with residence.
    Verblijf,
    /// Child protection.
    Bescherming,
    /// Youth probation.
    Reclassering,
    /// Personal budgets.
    Pgb,
    /// Nationally purchased care.
    Lta,
    /// Transport to care.
    Vervoer,
}

impl Line {
    /// All lines.
    pub const ALL: [Self; 9] = [
        Self::Bggz,
        Self::Sggz,
        Self::Ambulant,
        Self::Verblijf,
        Self::Bescherming,
        Self::Reclassering,
        Self::Pgb,
        Self::Lta,
        Self::Vervoer,
    ];

    /// The line with this id in the seeds.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.id() == id)
    }

    /// Its id in the seeds.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bggz => "bggz",
            Self::Sggz => "sggz",
            Self::Ambulant => "ambulant",
            Self::Verblijf => "verblijf",
            Self::Bescherming => "bescherming",
            Self::Reclassering => "reclassering",
            Self::Pgb => "pgb",
            Self::Lta => "lta",
            Self::Vervoer => "vervoer",
        }
    }

    /// Its name in the steps of the calculation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bggz => "basis-GGZ",
            Self::Sggz => "specialistische GGZ",
            Self::Ambulant => "ambulante jeugdhulp",
            Self::Verblijf => "jeugdhulp met verblijf",
            Self::Bescherming => "jeugdbescherming",
            Self::Reclassering => "jeugdreclassering",
            Self::Pgb => "PGB",
            Self::Lta => "landelijk ingekochte hulp (LTA)",
            Self::Vervoer => "jeugdhulpvervoer",
        }
    }
}
